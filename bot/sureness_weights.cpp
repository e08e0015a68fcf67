// Learned by tests/corpus/learn.py, which see, from 6114 questions and 5597 other messages. Of those that it wasn't
// fitted to, 89.8 in 100 questions and 0.8 in 100 others are sure.
#include "bot/sureness_weights.h"

namespace facteur {
namespace {

// In hundredths of a natural logarithm of odds.
// clang-format off
constexpr std::array<SignWeight, sign_count> signs{{
      50,  // explain
     -20,  // compare
      -9,  // alternative
      17,  // advise
      33,  // set_up
      31,  // how
     -40,  // wish
      -7,  // ask
      30,  // settings
       5,  // mine
       9,  // trouble
      35,  // cannot
       9,  // negation
      11,  // change
      28,  // greet
     -16,  // thanks
      41,  // help
     -18,  // human
       8,  // follow
      47,  // what
      -7,  // whether
      75,  // mail
      27,  // account
      42,  // server
      22,  // send
      18,  // receive
      44,  // connect
     -45,  // toward
       1,  // inside
      -3,  // put
      33,  // device
     -10,  // joining
       2,  // message
      38,  // both
     -89,  // decoy
     -65,  // elsewhere
    -110,  // programming
       0,  // secret
      12,  // owned
     -35,  // indefinite
     -27,  // definite
     -12,  // acknowledge
      -3,  // first_one
      -5,  // second_one
      -7,  // other_one
     125,  // our_domain
      67,  // other_domain
      61,  // program
      49,  // general_guide
      72,  // technical
      32,  // sided
      32,  // telling
      56,  // other_concept
      52,  // protocol
     -14,  // only_protocol
      28,  // field
     -18,  // fields
      29,  // host
     -11,  // implied_host
      39,  // value_of_account
     -31,  // asked_value
      17,  // wanted_settings
      -8,  // settings_of_both
      50,  // compared
      47,  // compared_protocols
      12,  // compared_numbers
       6,  // chosen_security
      54,  // weighed_up
      34,  // several_compared
      -1,  // explained_concept
      52,  // meaning_of_concept
     -15,  // asked_protocol
      25,  // any_such
      10,  // this_one
      15,  // set_up_on
      30,  // how_on
       5,  // where_it_is
      42,  // mail_trouble
      54,  // problem
      20,  // told_problem
      20,  // named_problem
      12,  // certain_problem
      37,  // stated_trouble
     -43,  // only_talk
      -8,  // question_mark
     -26,  // no_question
      49,  // few_words
      22,  // some_words
      -6,  // many_words
     -21,  // very_many_words
}};

constexpr std::array<PairWeight, 400> pairs{{
    {  0,  21,    6},  // explain, mail
    {  0,  27,   21},  // explain, toward
    {  0,  28,  -36},  // explain, inside
    {  0,  40,    6},  // explain, definite
    {  0,  49,    8},  // explain, technical
    {  0,  55,   41},  // explain, field
    {  0,  70,   52},  // explain, meaning_of_concept
    {  0,  84,   62},  // explain, question_mark
    {  0,  85,   41},  // explain, no_question
    {  0,  88,   37},  // explain, many_words
    {  1,  49,  105},  // compare, technical
    {  1,  63,   38},  // compare, compared
    {  1,  67,   38},  // compare, weighed_up
    {  2,   9,   33},  // alternative, mine
    {  2,  22,   50},  // alternative, account
    {  2,  45,   50},  // alternative, our_domain
    {  2,  49,   37},  // alternative, technical
    {  2,  55,   60},  // alternative, field
    {  2,  84,  -40},  // alternative, question_mark
    {  2,  85,   36},  // alternative, no_question
    {  3,  49,   45},  // advise, technical
    {  4,   5,   54},  // set_up, how
    {  4,   7,   22},  // set_up, ask
    {  4,  21,   67},  // set_up, mail
    {  4,  22,   18},  // set_up, account
    {  4,  28,   26},  // set_up, inside
    {  4,  29,  -74},  // set_up, put
    {  4,  47,   30},  // set_up, program
    {  4,  74,   15},  // set_up, set_up_on
    {  4,  88,   72},  // set_up, many_words
    {  5,   7,    2},  // how, ask
    {  5,  10,  -49},  // how, trouble
    {  5,  18,   31},  // how, follow
    {  5,  22,   30},  // how, account
    {  5,  27,   16},  // how, toward
    {  5,  31,   30},  // how, joining
    {  5,  35,  -99},  // how, elsewhere
    {  5,  39,  -19},  // how, indefinite
    {  5,  40,   55},  // how, definite
    {  5,  45,   25},  // how, our_domain
    {  5,  47,   30},  // how, program
    {  5,  49,   24},  // how, technical
    {  5,  52,   64},  // how, other_concept
    {  5,  73,   60},  // how, this_one
    {  5,  75,   30},  // how, how_on
    {  5,  78,  -45},  // how, problem
    {  5,  82,  -36},  // how, stated_trouble
    {  7,   8,   39},  // ask, settings
    {  7,  12,  -70},  // ask, negation
    {  7,  19,   59},  // ask, what
    {  7,  21,   28},  // ask, mail
    {  7,  22,   33},  // ask, account
    {  7,  25,   15},  // ask, receive
    {  7,  31,  -24},  // ask, joining
    {  7,  35,  -21},  // ask, elsewhere
    {  7,  40,  -52},  // ask, definite
    {  7,  45,   55},  // ask, our_domain
    {  7,  46,   53},  // ask, other_domain
    {  7,  47,   54},  // ask, program
    {  7,  49,   15},  // ask, technical
    {  7,  50,   50},  // ask, sided
    {  7,  53,    2},  // ask, protocol
    {  7,  55,   24},  // ask, field
    {  7,  59,   33},  // ask, value_of_account
    {  7,  61,   39},  // ask, wanted_settings
    {  7,  63,   52},  // ask, compared
    {  7,  64,   35},  // ask, compared_protocols
    {  7,  78,   26},  // ask, problem
    {  7,  88,  -33},  // ask, many_words
    {  8,  21,   14},  // settings, mail
    {  8,  27,   18},  // settings, toward
    {  8,  40,   42},  // settings, definite
    {  8,  45,   72},  // settings, our_domain
    {  8,  61,   17},  // settings, wanted_settings
    {  8,  88,   60},  // settings, many_words
    {  9,  20,   29},  // mine, whether
    {  9,  21,   72},  // mine, mail
    {  9,  22,   24},  // mine, account
    {  9,  25,  -34},  // mine, receive
    {  9,  26,  -38},  // mine, connect
    {  9,  27,   11},  // mine, toward
    {  9,  34,  -29},  // mine, decoy
    {  9,  35,  -39},  // mine, elsewhere
    {  9,  45,    6},  // mine, our_domain
    {  9,  47,  -19},  // mine, program
    {  9,  52,   33},  // mine, other_concept
    {  9,  53,   35},  // mine, protocol
    {  9,  85,  -23},  // mine, no_question
    { 10,  21,   63},  // trouble, mail
    { 10,  27,  -30},  // trouble, toward
    { 10,  31,   29},  // trouble, joining
    { 10,  35,  -26},  // trouble, elsewhere
    { 10,  40,   40},  // trouble, definite
    { 10,  49,  -14},  // trouble, technical
    { 10,  53,   52},  // trouble, protocol
    { 10,  77,   42},  // trouble, mail_trouble
    { 10,  78,   -8},  // trouble, problem
    { 10,  88,  -37},  // trouble, many_words
    { 12,  21,   56},  // negation, mail
    { 12,  24,   17},  // negation, send
    { 12,  45,   35},  // negation, our_domain
    { 12,  47,   59},  // negation, program
    { 12,  49,  -45},  // negation, technical
    { 12,  50,  -41},  // negation, sided
    { 12,  53,  -48},  // negation, protocol
    { 12,  79,  -23},  // negation, told_problem
    { 12,  80,  -23},  // negation, named_problem
    { 12,  81,  -27},  // negation, certain_problem
    { 12,  82,  -23},  // negation, stated_trouble
    { 12,  84,   35},  // negation, question_mark
    { 13,  31,  -37},  // change, joining
    { 13,  47,   29},  // change, program
    { 14,  27,   35},  // greet, toward
    { 14,  40,   42},  // greet, definite
    { 18,  21,  -38},  // follow, mail
    { 18,  28,   25},  // follow, inside
    { 18,  35,   32},  // follow, elsewhere
    { 18,  39,  -43},  // follow, indefinite
    { 18,  40,   15},  // follow, definite
    { 18,  47,   32},  // follow, program
    { 18,  50,   38},  // follow, sided
    { 18,  53,  -41},  // follow, protocol
    { 18,  78,  -41},  // follow, problem
    { 18,  84,   26},  // follow, question_mark
    { 19,  27,   48},  // what, toward
    { 19,  40,    7},  // what, definite
    { 19,  49,  104},  // what, technical
    { 19,  53,   50},  // what, protocol
    { 19,  55,   26},  // what, field
    { 19,  88,   33},  // what, many_words
    { 20,  28,   30},  // whether, inside
    { 20,  49,   62},  // whether, technical
    { 20,  53,   73},  // whether, protocol
    { 21,  24,  -33},  // mail, send
    { 21,  27,   29},  // mail, toward
    { 21,  28,   26},  // mail, inside
    { 21,  30,   60},  // mail, device
    { 21,  31,  -27},  // mail, joining
    { 21,  34,  -55},  // mail, decoy
    { 21,  39,   57},  // mail, indefinite
    { 21,  40,   36},  // mail, definite
    { 21,  47,  -20},  // mail, program
    { 21,  49,   21},  // mail, technical
    { 21,  50,  -54},  // mail, sided
    { 21,  52,   65},  // mail, other_concept
    { 21,  53,  -24},  // mail, protocol
    { 21,  55,   21},  // mail, field
    { 21,  70,   27},  // mail, meaning_of_concept
    { 21,  74,   31},  // mail, set_up_on
    { 21,  77,   47},  // mail, mail_trouble
    { 21,  78,    8},  // mail, problem
    { 21,  79,   22},  // mail, told_problem
    { 21,  80,   22},  // mail, named_problem
    { 21,  81,   27},  // mail, certain_problem
    { 21,  84,   23},  // mail, question_mark
    { 21,  85,   38},  // mail, no_question
    { 21,  88,  108},  // mail, many_words
    { 22,  27,   27},  // account, toward
    { 22,  39,   33},  // account, indefinite
    { 22,  40,    3},  // account, definite
    { 22,  45,   32},  // account, our_domain
    { 22,  47,   86},  // account, program
    { 22,  49,  -33},  // account, technical
    { 22,  50,  -41},  // account, sided
    { 22,  74,   28},  // account, set_up_on
    { 22,  75,   37},  // account, how_on
    { 22,  78,  -33},  // account, problem
    { 22,  82,  -45},  // account, stated_trouble
    { 22,  84,   36},  // account, question_mark
    { 22,  85,   26},  // account, no_question
    { 22,  88,   32},  // account, many_words
    { 23,  27,   47},  // server, toward
    { 23,  28,  -23},  // server, inside
    { 23,  40,   11},  // server, definite
    { 23,  50,   16},  // server, sided
    { 23,  57,   30},  // server, host
    { 23,  84,   46},  // server, question_mark
    { 23,  88,   34},  // server, many_words
    { 24,  25,   47},  // send, receive
    { 24,  27,   17},  // send, toward
    { 24,  40,  -37},  // send, definite
    { 24,  55,   57},  // send, field
    { 24,  78,   50},  // send, problem
    { 24,  79,   35},  // send, told_problem
    { 24,  80,   35},  // send, named_problem
    { 24,  82,   64},  // send, stated_trouble
    { 24,  88,   39},  // send, many_words
    { 25,  28,   47},  // receive, inside
    { 25,  29,  -31},  // receive, put
    { 25,  39,  -41},  // receive, indefinite
    { 25,  40,  -35},  // receive, definite
    { 25,  45,   37},  // receive, our_domain
    { 25,  78,   16},  // receive, problem
    { 25,  82,   28},  // receive, stated_trouble
    { 26,  28,  -33},  // connect, inside
    { 26,  49,   65},  // connect, technical
    { 26,  81,  -36},  // connect, certain_problem
    { 26,  88,  -56},  // connect, many_words
    { 27,  28,   -3},  // toward, inside
    { 27,  30,   27},  // toward, device
    { 27,  31,   -8},  // toward, joining
    { 27,  34,  -74},  // toward, decoy
    { 27,  35,    6},  // toward, elsewhere
    { 27,  36,  -97},  // toward, programming
    { 27,  39,  -18},  // toward, indefinite
    { 27,  40,   -7},  // toward, definite
    { 27,  45,   56},  // toward, our_domain
    { 27,  46,   57},  // toward, other_domain
    { 27,  47,   31},  // toward, program
    { 27,  49,   21},  // toward, technical
    { 27,  50,   33},  // toward, sided
    { 27,  52,   29},  // toward, other_concept
    { 27,  53,   38},  // toward, protocol
    { 27,  57,   30},  // toward, host
    { 27,  59,   17},  // toward, value_of_account
    { 27,  61,    8},  // toward, wanted_settings
    { 27,  63,   20},  // toward, compared
    { 27,  64,   26},  // toward, compared_protocols
    { 27,  67,   24},  // toward, weighed_up
    { 27,  70,   -6},  // toward, meaning_of_concept
    { 27,  77,  -31},  // toward, mail_trouble
    { 27,  78,   12},  // toward, problem
    { 27,  79,   20},  // toward, told_problem
    { 27,  80,   20},  // toward, named_problem
    { 27,  83,   -8},  // toward, only_talk
    { 27,  85,  -33},  // toward, no_question
    { 27,  87,   28},  // toward, some_words
    { 27,  88,   30},  // toward, many_words
    { 28,  29,   38},  // inside, put
    { 28,  30,   34},  // inside, device
    { 28,  32,  -38},  // inside, message
    { 28,  35,  -15},  // inside, elsewhere
    { 28,  40,  -14},  // inside, definite
    { 28,  45,   22},  // inside, our_domain
    { 28,  46,   25},  // inside, other_domain
    { 28,  47,   56},  // inside, program
    { 28,  49,  -26},  // inside, technical
    { 28,  73,   -6},  // inside, this_one
    { 28,  74,   26},  // inside, set_up_on
    { 28,  81,  -39},  // inside, certain_problem
    { 29,  31,   23},  // put, joining
    { 29,  39,    9},  // put, indefinite
    { 29,  40,   22},  // put, definite
    { 29,  45,   77},  // put, our_domain
    { 29,  46,   63},  // put, other_domain
    { 29,  47,   42},  // put, program
    { 29,  49,  -40},  // put, technical
    { 29,  50,  -39},  // put, sided
    { 29,  55,  -26},  // put, field
    { 29,  73,  -12},  // put, this_one
    { 29,  75,   23},  // put, how_on
    { 29,  85,  -19},  // put, no_question
    { 30,  39,   37},  // device, indefinite
    { 30,  40,   17},  // device, definite
    { 30,  47,   30},  // device, program
    { 31,  39,   57},  // joining, indefinite
    { 31,  47,  -51},  // joining, program
    { 31,  73,  -40},  // joining, this_one
    { 31,  84,   45},  // joining, question_mark
    { 32,  40,   38},  // message, definite
    { 32,  78,   35},  // message, problem
    { 32,  79,   51},  // message, told_problem
    { 32,  80,   51},  // message, named_problem
    { 32,  82,   35},  // message, stated_trouble
    { 34,  40,   -9},  // decoy, definite
    { 34,  49,  -95},  // decoy, technical
    { 34,  85,  -61},  // decoy, no_question
    { 35,  40,  -29},  // elsewhere, definite
    { 35,  47,  -72},  // elsewhere, program
    { 35,  49,   36},  // elsewhere, technical
    { 35,  53,   52},  // elsewhere, protocol
    { 35,  75,  -63},  // elsewhere, how_on
    { 35,  84,  -35},  // elsewhere, question_mark
    { 35,  85,  -22},  // elsewhere, no_question
    { 35,  88,  -75},  // elsewhere, many_words
    { 35,  89,   31},  // elsewhere, very_many_words
    { 36,  40,  -75},  // programming, definite
    { 36,  49,  -76},  // programming, technical
    { 36,  85,  -48},  // programming, no_question
    { 39,  50,   32},  // indefinite, sided
    { 39,  84,  -20},  // indefinite, question_mark
    { 40,  41,   24},  // definite, acknowledge
    { 40,  45,   23},  // definite, our_domain
    { 40,  46,   29},  // definite, other_domain
    { 40,  47,   14},  // definite, program
    { 40,  49,   -2},  // definite, technical
    { 40,  52,    9},  // definite, other_concept
    { 40,  53,   33},  // definite, protocol
    { 40,  55,   35},  // definite, field
    { 40,  58,  -33},  // definite, implied_host
    { 40,  61,   27},  // definite, wanted_settings
    { 40,  73,   10},  // definite, this_one
    { 40,  75,   16},  // definite, how_on
    { 40,  77,   23},  // definite, mail_trouble
    { 40,  82,  -19},  // definite, stated_trouble
    { 40,  83,   -8},  // definite, only_talk
    { 40,  85,  -15},  // definite, no_question
    { 40,  88,  -28},  // definite, many_words
    { 45,  47,   55},  // our_domain, program
    { 45,  49,   12},  // our_domain, technical
    { 45,  50,   14},  // our_domain, sided
    { 45,  55,   17},  // our_domain, field
    { 45,  59,   22},  // our_domain, value_of_account
    { 45,  61,   68},  // our_domain, wanted_settings
    { 45,  77,   29},  // our_domain, mail_trouble
    { 45,  78,   45},  // our_domain, problem
    { 45,  82,   32},  // our_domain, stated_trouble
    { 45,  84,   33},  // our_domain, question_mark
    { 45,  85,   30},  // our_domain, no_question
    { 45,  88,   54},  // our_domain, many_words
    { 46,  47,   50},  // other_domain, program
    { 47,  49,   26},  // program, technical
    { 47,  52,   79},  // program, other_concept
    { 47,  55,   46},  // program, field
    { 47,  73,   18},  // program, this_one
    { 47,  74,   30},  // program, set_up_on
    { 47,  75,   30},  // program, how_on
    { 47,  77,   24},  // program, mail_trouble
    { 47,  78,   19},  // program, problem
    { 47,  82,   34},  // program, stated_trouble
    { 47,  85,   16},  // program, no_question
    { 47,  88,   52},  // program, many_words
    { 47,  89,   44},  // program, very_many_words
    { 49,  50,   32},  // technical, sided
    { 49,  51,   45},  // technical, telling
    { 49,  52,  -64},  // technical, other_concept
    { 49,  53,   52},  // technical, protocol
    { 49,  55,   28},  // technical, field
    { 49,  57,   -1},  // technical, host
    { 49,  59,   34},  // technical, value_of_account
    { 49,  63,   21},  // technical, compared
    { 49,  64,   18},  // technical, compared_protocols
    { 49,  67,   35},  // technical, weighed_up
    { 49,  70,   15},  // technical, meaning_of_concept
    { 49,  73,  -45},  // technical, this_one
    { 49,  77,  -25},  // technical, mail_trouble
    { 49,  78,  -39},  // technical, problem
    { 49,  82,  -42},  // technical, stated_trouble
    { 49,  84,   97},  // technical, question_mark
    { 49,  85,  -20},  // technical, no_question
    { 49,  87,   39},  // technical, some_words
    { 49,  88,   49},  // technical, many_words
    { 49,  89,  -56},  // technical, very_many_words
    { 50,  53,  -58},  // sided, protocol
    { 50,  55,   18},  // sided, field
    { 50,  57,   19},  // sided, host
    { 50,  58,  -62},  // sided, implied_host
    { 50,  59,   29},  // sided, value_of_account
    { 50,  73,   42},  // sided, this_one
    { 50,  88,   39},  // sided, many_words
    { 51,  55,   40},  // telling, field
    { 52,  88,   69},  // other_concept, many_words
    { 53,  55,   40},  // protocol, field
    { 53,  58,   40},  // protocol, implied_host
    { 53,  73,   22},  // protocol, this_one
    { 53,  77,   32},  // protocol, mail_trouble
    { 53,  82,   33},  // protocol, stated_trouble
    { 53,  84,   41},  // protocol, question_mark
    { 53,  88,   41},  // protocol, many_words
    { 55,  59,    9},  // field, value_of_account
    { 55,  70,   39},  // field, meaning_of_concept
    { 55,  84,    3},  // field, question_mark
    { 55,  88,   25},  // field, many_words
    { 57,  59,   18},  // host, value_of_account
    { 57,  84,   35},  // host, question_mark
    { 57,  88,   43},  // host, many_words
    { 59,  84,   38},  // value_of_account, question_mark
    { 59,  88,   46},  // value_of_account, many_words
    { 61,  88,   63},  // wanted_settings, many_words
    { 63,  64,   47},  // compared, compared_protocols
    { 63,  67,   54},  // compared, weighed_up
    { 63,  84,   28},  // compared, question_mark
    { 63,  88,   57},  // compared, many_words
    { 64,  67,   30},  // compared_protocols, weighed_up
    { 64,  84,   57},  // compared_protocols, question_mark
    { 70,  85,   59},  // meaning_of_concept, no_question
    { 70,  88,   70},  // meaning_of_concept, many_words
    { 73,  84,   26},  // this_one, question_mark
    { 73,  88,   57},  // this_one, many_words
    { 73,  89,  -61},  // this_one, very_many_words
    { 77,  78,  -27},  // mail_trouble, problem
    { 77,  81,  -18},  // mail_trouble, certain_problem
    { 77,  82,  -26},  // mail_trouble, stated_trouble
    { 77,  85,   60},  // mail_trouble, no_question
    { 78,  79,   20},  // problem, told_problem
    { 78,  80,   20},  // problem, named_problem
    { 78,  82,   37},  // problem, stated_trouble
    { 78,  85,   25},  // problem, no_question
    { 78,  88,   49},  // problem, many_words
    { 79,  80,   20},  // told_problem, named_problem
    { 79,  82,   20},  // told_problem, stated_trouble
    { 79,  85,    9},  // told_problem, no_question
    { 80,  82,   20},  // named_problem, stated_trouble
    { 80,  85,    9},  // named_problem, no_question
    { 82,  85,   42},  // stated_trouble, no_question
    { 82,  88,   31},  // stated_trouble, many_words
    { 83,  85,  -43},  // only_talk, no_question
    { 83,  88,  -41},  // only_talk, many_words
    { 85,  88,   26},  // no_question, many_words
    { 87,  88,   22},  // some_words, many_words
}};

constexpr std::array<WordWeight, 1243> words{{
    {"0", 25}, {"0x800ccc0e", 5}, {"0x800ccc0f", 6}, {"1", -29}, {"10", -7}, {"100", -5}, {"11", 19}, {"110", 8},
    {"128", -10}, {"13", -6}, {"14", -14}, {"15", -10}, {"2", -16}, {"20", -7}, {"200", 13}, {"2019", -7}, {"22", -17},
    {"25", -17}, {"3", -29}, {"30", -23}, {"365", 16}, {"4", 19}, {"40", -7}, {"465", -23}, {"5", 16}, {"535", 7},
    {"550", 48}, {"554", 40}, {"587", 13}, {"6", -8}, {"7", 30}, {"74", 12}, {"80", 5}, {"9", 6}, {"993", -10},
    {"995", -24}, {"@", 71}, {"a", -46}, {"accepte", 17}, {"access", 5}, {"accounts", -11}, {"acheter", -12},
    {"actually", 20}, {"admin", -47}, {"adresse", 32}, {"adresses", 6}, {"affaire", -16}, {"affaires", 5},
    {"affiche", -9}, {"after", -25}, {"again", 12}, {"age", -9}, {"ai", -66}, {"aide", 18}, {"aidez", 32},
    {"aime", -12}, {"ajout", 24}, {"ajoute", 6}, {"ajouter", 28}, {"all", 16}, {"allo", 5}, {"along", -15},
    {"alors", -15}, {"always", -7}, {"am", 9}, {"amicus", -18}, {"an", -28}, {"ancien", -8}, {"ancienne", 7},
    {"android", -8}, {"anglais", 23}, {"another", -12}, {"ans", -33}, {"answer", -25}, {"answers", -6},
    {"antivirus", 22}, {"any", -30}, {"anyone", -51}, {"anything", 20}, {"anyway", -7}, {"aol", 23}, {"app", 20},
    {"apparently", -7}, {"appeler", -25}, {"appelle", -9}, {"apple", -21}, {"appli", -10}, {"application", 25},
    {"apps", -6}, {"apres", -14}, {"archives", -19}, {"are", -12}, {"arret", 12}, {"arrete", -20}, {"arrive", -7},
    {"arrivent", 23}, {"as", -49}, {"ask", 7}, {"asked", -20}, {"asking", -15}, {"at", -32}, {"attachment", 10},
    {"attachments", -12}, {"attente", -10}, {"attention", -5}, {"au", -44}, {"aucun", 32}, {"aujourd", 8},
    {"auriez", 34}, {"aussi", 6}, {"auth", -20}, {"authentication", 10}, {"auto", 16}, {"autre", -10}, {"avais", -8},
    {"avait", -40}, {"avant", -9}, {"avec", -18}, {"avertissement", 8}, {"avez", 16}, {"avis", 17}, {"avoir", 23},
    {"away", 7}, {"back", -34}, {"backup", -6}, {"bank", -10}, {"banque", -27}, {"bar", -17}, {"bas", -8}, {"be", 50},
    {"because", -14}, {"been", -13}, {"before", -16}, {"bell", 22}, {"ben", -12}, {"best", -25}, {"better", -15},
    {"between", -15}, {"big", -11}, {"billets", -32}, {"birthday", -19}, {"block", -20}, {"blocked", -12},
    {"bloque", -41}, {"bob", -5}, {"boite", 43}, {"bolt", 8}, {"bon", -20}, {"bonjour", 30}, {"bonne", -64},
    {"bonsoir", -6}, {"book", -6}, {"bot", -34}, {"both", 32}, {"boucle", 10}, {"bought", 29}, {"bounce", 7},
    {"boutique", -6}, {"bouton", 12}, {"brancher", 6}, {"bring", -7}, {"bureau", 10}, {"but", -9}, {"button", 8},
    {"by", -28}, {"ca", -17}, {"calendar", -7}, {"calendrier", -5}, {"call", -8}, {"canada", -16}, {"cannot", -20},
    {"capable", 7}, {"car", -11}, {"card", -5}, {"carrier", 8}, {"carte", -35}, {"cas", -8}, {"case", -5}, {"cat", -10},
    {"ce", 20}, {"cell", -21}, {"cellulaire", 10}, {"celui", -5}, {"certbot", -8}, {"certificat", 23},
    {"certificate", 33}, {"cest", 28}, {"cette", -11}, {"ceux", -12}, {"chacun", -22}, {"chalet", 9}, {"chance", -14},
    {"change", -6}, {"changed", 23}, {"changer", 48}, {"changing", 5}, {"chaque", 9}, {"char", -31}, {"charge", -15},
    {"check", -20}, {"cherche", -6}, {"chercher", -17}, {"chez", -28}, {"chiffre", -8}, {"chiffrement", 9},
    {"choix", 7}, {"chrome", -34}, {"chu", 20}, {"chum", 14}, {"ci", -5}, {"cinq", 9}, {"cle", -8}, {"click", -6},
    {"client", 27}, {"clients", 12}, {"clique", 25}, {"close", -5}, {"closed", -6}, {"club", -16}, {"coche", -11},
    {"cocher", -16}, {"code", -7}, {"codes", 6}, {"coffee", -27}, {"coin", -9}, {"colis", -17}, {"com", 20},
    {"combien", -28}, {"come", -7}, {"comes", 6}, {"coming", 6}, {"comme", -14}, {"commence", -6}, {"comment", -10},
    {"company", 9}, {"complet", 9}, {"compose", -6}, {"comptes", -34}, {"computer", 29}, {"config", 12},
    {"configuration", -8}, {"configure", -20}, {"configurer", 22}, {"confirm", -21}, {"connais", 9}, {"connait", 13},
    {"connect", 8}, {"connecter", 18}, {"connection", 15}, {"connexion", 69}, {"continue", 8}, {"continuer", 10},
    {"contre", -8}, {"correct", 33}, {"correspond", 15}, {"cottage", 7}, {"could", 43}, {"couleur", -8}, {"coupe", 19},
    {"courriel", 23}, {"courriels", 33}, {"credentials", 8}, {"creer", 6}, {"crois", 8}, {"current", 13},
    {"customer", 24}, {"dad", -7}, {"daemon", 14}, {"dans", -22}, {"dark", -14}, {"data", 20}, {"date", -41},
    {"daughter", -13}, {"dave", -7}, {"day", -27}, {"de", -9}, {"dead", 41}, {"debut", -5}, {"dedans", 7},
    {"default", -7}, {"defaut", -9}, {"dehors", -7}, {"delai", -5}, {"delete", 9}, {"deleted", 16}, {"delivery", 10},
    {"dell", -33}, {"demain", -39}, {"demande", -67}, {"demandent", -12}, {"demander", -16}, {"denied", 31},
    {"denvoi", 10}, {"depasse", 14}, {"desjardins", -11}, {"desktop", 31}, {"deux", -32}, {"deuxieme", 5},
    {"devices", 16}, {"devrait", -13}, {"did", -13}, {"died", -20}, {"diff", -14}, {"difference", 15},
    {"different", 18}, {"dimanche", -11}, {"dirait", -19}, {"dis", -22}, {"disk", 13}, {"disque", -11}, {"dit", 11},
    {"dix", 21}, {"do", 21}, {"docker", -5}, {"does", 13}, {"doing", -6}, {"dois", -6}, {"doit", -22}, {"domain", -12},
    {"domaine", -7}, {"donc", -21}, {"done", -6}, {"donne", 8}, {"donnees", 19}, {"dossier", -22}, {"dot", 14},
    {"double", -28}, {"down", -35}, {"drive", -6}, {"droit", -18}, {"drole", -8}, {"ds", 6}, {"du", -49},
    {"duplicate", -5}, {"e", -5}, {"each", 11}, {"echec", 12}, {"echoue", 6}, {"ecole", -11}, {"ecrire", -29},
    {"ecris", 57}, {"ecrit", -20}, {"efface", -10}, {"electronique", 22}, {"elle", -16}, {"else", -27}, {"email", 23},
    {"emailed", 22}, {"emails", 18}, {"empty", 15}, {"en", -24}, {"encore", -46}, {"encrypt", -12}, {"encrypted", 7},
    {"encryption", 20}, {"end", 35}, {"ends", 19}, {"enfants", -7}, {"enfin", -12}, {"enlever", 7}, {"entrant", 7},
    {"entre", -28}, {"envoi", 38}, {"envoie", 15}, {"envois", -25}, {"envoye", -34}, {"envoyer", 34}, {"envoyes", -33},
    {"erreur", 7}, {"error", 10}, {"es", -26}, {"est", -47}, {"et", 17}, {"etais", -25}, {"etait", -60}, {"etape", 17},
    {"etapes", 12}, {"ete", -5}, {"etre", -24}, {"eu", -8}, {"eux", -17}, {"ever", -28}, {"every", -23},
    {"everyone", -17}, {"everything", -29}, {"evolution", 10}, {"ex", 7}, {"exactly", 22}, {"excel", -25},
    {"exception", 8}, {"expediteur", -27}, {"explain", 32}, {"expliquer", 23}, {"expliquez", 24}, {"facebook", -16},
    {"facon", 19}, {"facteur", -22}, {"facture", -9}, {"failed", 8}, {"faire", 16}, {"fait", 18}, {"faites", -9},
    {"fallait", -6}, {"famille", 15}, {"faut", -7}, {"faux", 15}, {"feel", -12}, {"femme", -6}, {"fenetre", 26},
    {"ferme", -24}, {"fetch", -5}, {"fete", -5}, {"feu", 15}, {"files", -9}, {"fill", 5}, {"fille", 6}, {"fils", 24},
    {"fin", -18}, {"finalement", -31}, {"finally", -66}, {"find", -10}, {"fine", 19}, {"fini", -23}, {"five", -11},
    {"fix", -5}, {"fixed", 14}, {"fois", 21}, {"folder", -20}, {"folders", 25}, {"folks", -34}, {"fonctionne", -8},
    {"for", 10}, {"forfait", 7}, {"forgot", -9}, {"formulaire", -6}, {"forward", -6}, {"forwarding", 6}, {"found", -11},
    {"four", -16}, {"fournisseur", -12}, {"free", 14}, {"friday", -18}, {"from", -22}, {"front", -10}, {"ftp", -8},
    {"full", -18}, {"gabsky", -8}, {"gabskycom", 47}, {"galaxy", -30}, {"gang", 10}, {"garage", -8}, {"garder", -16},
    {"gars", 16}, {"gb", 6}, {"gens", 16}, {"gets", -38}, {"getting", 20}, {"git", -8}, {"give", -11}, {"gives", 16},
    {"gmail", 40}, {"go", 12}, {"godaddy", -7}, {"goes", -9}, {"going", 15}, {"gone", -18}, {"good", -7},
    {"google", -12}, {"got", -75}, {"grandma", -15}, {"green", -7}, {"groupe", -5}, {"guess", 6}, {"guide", -8},
    {"guy", 17}, {"h", -14}, {"had", -44}, {"hand", 9}, {"happens", -23}, {"happy", -22}, {"hard", 8}, {"has", 25},
    {"hasn", -11}, {"have", 12}, {"he", -41}, {"hebergeur", -10}, {"help", 9}, {"henri", 23}, {"henrietmoi", -15},
    {"her", -26}, {"heure", -7}, {"hi", 14}, {"hier", -48}, {"him", -9}, {"histoire", -6}, {"hit", -5}, {"hold", -8},
    {"home", 9}, {"hostname", 9}, {"hotel", 42}, {"hotmail", 26}, {"house", -16}, {"how", -7}, {"https", -43},
    {"hub", 6}, {"hui", 8}, {"husband", -5}, {"hydro", -21}, {"ici", -38}, {"icloud", -32}, {"idea", 5},
    {"identifiant", 11}, {"if", -9}, {"ils", -19}, {"image", -8}, {"imap", 100}, {"imap4", 10}, {"importe", -25},
    {"impossible", 30}, {"imprimante", -26}, {"in", -13}, {"inbox", 13}, {"incorrect", 18}, {"indesirables", -30},
    {"info", 16}, {"infolettre", -8}, {"infos", 7}, {"inscrire", 6}, {"inside", 15}, {"install", -8}, {"installe", -20},
    {"installer", -10}, {"instead", -9}, {"instructions", -16}, {"internet", 31}, {"into", -16}, {"introuvable", 16},
    {"ios", -46}, {"ip", -38}, {"ipad", -11}, {"iphone", -21}, {"is", 19}, {"isn", 14}, {"issue", -6}, {"it", -37},
    {"its", 15}, {"itself", 19}, {"jai", 37}, {"jamais", -56}, {"je", -39}, {"jeudi", -8}, {"job", 14}, {"jointe", 25},
    {"joke", -25}, {"jour", -23}, {"journee", -11}, {"jours", -6}, {"junk", -27}, {"jusqu", -5}, {"just", -54},
    {"juste", 22}, {"keep", -8}, {"kel", 14}, {"key", -14}, {"keyboard", -11}, {"kid", -13}, {"know", 7}, {"koi", 15},
    {"l", -29}, {"la", -23}, {"laisse", -6}, {"laisser", 11}, {"laptop", 41}, {"last", -26}, {"law", 8}, {"le", -33},
    {"leave", -18}, {"left", -20}, {"lent", -18}, {"lequel", 26}, {"les", 15}, {"let", -5}, {"lettres", 5},
    {"leur", -22}, {"lien", 23}, {"lieu", -5}, {"life", -15}, {"lightning", 8}, {"ligne", -8}, {"like", 35},
    {"line", -5}, {"link", 25}, {"linux", -10}, {"lire", -17}, {"lis", -7}, {"list", -17}, {"liste", 26}, {"lists", 17},
    {"little", 5}, {"ll", -31}, {"locked", -21}, {"log", 29}, {"logiciel", 45}, {"login", -20}, {"logo", -20},
    {"lol", -20}, {"long", 13}, {"longer", 8}, {"look", -24}, {"looks", -16}, {"losing", 19}, {"lot", -6},
    {"love", -17}, {"lu", 6}, {"luc", -15}, {"lui", -13}, {"lundi", -12}, {"lus", 18}, {"m", -37}, {"ma", 52},
    {"mac", 14}, {"macbook", 5}, {"machine", -34}, {"madame", -7}, {"made", -7}, {"mai", -7}, {"mail", 43},
    {"mailbox", -15}, {"mailboxes", 12}, {"mailer", 13}, {"mails", 68}, {"main", 12}, {"mais", 38}, {"maison", 18},
    {"make", -10}, {"mal", -10}, {"maman", 8}, {"manager", -21}, {"mange", 9}, {"manually", 11}, {"manuelle", -19},
    {"many", -16}, {"marchait", 6}, {"marche", 47}, {"mardi", -7}, {"marque", -5}, {"matin", -19}, {"mauvais", -5},
    {"mdp", 19}, {"me", 6}, {"mean", 42}, {"meaning", 7}, {"means", -44}, {"melange", -6}, {"meme", -31},
    {"mercredi", 10}, {"mere", -36}, {"mes", 67}, {"message", -20}, {"messagerie", 81}, {"messages", 40}, {"met", 12},
    {"method", 14}, {"mettre", 7}, {"microsoft", -37}, {"midi", -11}, {"mien", -14}, {"mieux", -29}, {"min", -11},
    {"mine", 17}, {"minecraft", -8}, {"mint", -17}, {"minutes", -13}, {"mise", -26}, {"mobile", -11}, {"mode", -9},
    {"modem", 23}, {"modifier", 23}, {"moi", 23}, {"moins", 30}, {"mois", -9}, {"moment", -13}, {"mon", 53},
    {"monday", -7}, {"monsieur", -17}, {"month", -14}, {"montre", -9}, {"montreal", -8}, {"more", -11}, {"mort", -17},
    {"mot", 23}, {"mother", -21}, {"moving", 5}, {"much", -28}, {"my", 37}, {"mysql", -7}, {"n", 41}, {"name", 18},
    {"need", -18}, {"nephew", -20}, {"network", 7}, {"never", -37}, {"neveu", -7}, {"new", 37}, {"newsletter", 5},
    {"next", -6}, {"nice", -10}, {"night", -19}, {"nine", -8}, {"nobody", -9}, {"nom", 31}, {"non", 15}, {"none", 18},
    {"noon", -28}, {"nos", -41}, {"not", 34}, {"note", -39}, {"notes", -26}, {"nothing", -23}, {"notice", 7},
    {"notifications", -15}, {"notre", -8}, {"nous", -16}, {"nouveaux", -5}, {"nouvelle", -17}, {"nplus", 10},
    {"number", 32}, {"numero", -7}, {"oauth2", 66}, {"occupe", -23}, {"of", -16}, {"off", 6}, {"offers", -10},
    {"office", -28}, {"offline", -45}, {"ok", -25}, {"on", 10}, {"once", -27}, {"one", 5}, {"only", 22}, {"ont", -28},
    {"onto", 6}, {"opened", 10}, {"opens", -5}, {"opinion", -27}, {"options", -9}, {"or", 14}, {"orange", 15},
    {"ordi", 22}, {"ordiamicus", 34}, {"ordinateur", 21}, {"ordis", 6}, {"other", 5}, {"oublie", -34}, {"oui", 20},
    {"outbox", -7}, {"outgoing", 12}, {"outlook", 50}, {"ouvert", -30}, {"ouverture", 8}, {"ouvre", 14}, {"over", -13},
    {"overnight", -6}, {"ovh", 7}, {"own", -5}, {"p", 16}, {"package", -5}, {"page", 8}, {"paie", -8}, {"par", -39},
    {"parametres", 32}, {"parce", -11}, {"pare", 15}, {"pareil", 12}, {"parle", 41}, {"pars", 9}, {"part", -18},
    {"partent", -12}, {"parti", -21}, {"partir", -6}, {"partout", -7}, {"pas", 12}, {"passe", -8}, {"passee", -18},
    {"passer", 24}, {"password", -21}, {"patience", 5}, {"pc", 30}, {"pdf", -12}, {"peine", 9}, {"pendant", -19},
    {"pense", -13}, {"people", 15}, {"per", -33}, {"perdre", 6}, {"perds", -11}, {"perdu", 10}, {"person", -5},
    {"personne", -19}, {"petit", -14}, {"petite", 11}, {"peut", -15}, {"peux", 22}, {"phishing", 14}, {"phone", -13},
    {"phones", -8}, {"photos", -26}, {"pi", -7}, {"piece", 25}, {"pieces", 9}, {"pis", -18}, {"pixel", -13},
    {"place", -20}, {"places", -12}, {"play", -15}, {"please", 21}, {"plein", -14}, {"plex", -6}, {"pls", 29},
    {"plus", 28}, {"podcast", -5}, {"pogne", 5}, {"point", -14}, {"pop", 34}, {"pop3", 67}, {"port", -27},
    {"portable", 41}, {"ports", 22}, {"possible", -7}, {"post", -9}, {"poste", -15}, {"postes", -6}, {"postfix", 14},
    {"postgres", -8}, {"pour", 17}, {"pourquoi", -9}, {"pourriez", 7}, {"pourtant", 7}, {"pouvez", -15},
    {"premier", -45}, {"prend", 11}, {"prendre", 7}, {"print", -7}, {"printer", -13}, {"printing", -7}, {"pris", -19},
    {"pro", 13}, {"probleme", -9}, {"procedure", 9}, {"prof", 7}, {"program", 71}, {"propre", -9}, {"protocol", 6},
    {"protocole", 17}, {"proton", -6}, {"provider", 5}, {"pu", 15}, {"puis", -16}, {"push", -7}, {"put", -17},
    {"putting", 22}, {"qqn", 28}, {"qu", -14}, {"quand", 46}, {"que", 9}, {"quebec", -23}, {"quebecinternet", 45},
    {"quel", 15}, {"quelle", 25}, {"quelles", 10}, {"quelqu", -14}, {"quels", 18}, {"question", -39}, {"queue", -5},
    {"qui", -43}, {"quick", -13}, {"quit", 8}, {"quoi", 132}, {"quota", 19}, {"quote", 9}, {"raison", -15},
    {"rajouter", 6}, {"ram", -8}, {"rappel", -16}, {"rappelle", -12}, {"read", 14}, {"reading", 6}, {"really", -9},
    {"recall", -6}, {"receipts", -6}, {"receive", 12}, {"receiving", 18}, {"reception", -14}, {"recevoir", 21},
    {"recherche", -11}, {"recipient", 18}, {"reclame", 20}, {"recois", 23}, {"recoit", -9}, {"recommend", 8},
    {"record", -8}, {"recu", -51}, {"red", -10}, {"redemande", 9}, {"refuse", 6}, {"refused", 5}, {"refusee", 32},
    {"regarde", -32}, {"registrar", -5}, {"reglages", 13}, {"regle", 28}, {"rejected", 39}, {"relay", 15},
    {"relaying", 35}, {"releve", 23}, {"relever", 25}, {"remember", 8}, {"reminder", -8}, {"remis", -37},
    {"remove", 11}, {"remplace", -6}, {"renew", -5}, {"renewal", -9}, {"renouveler", -7}, {"rentre", 17},
    {"rentrent", 8}, {"rentrer", 17}, {"renvoie", 6}, {"replies", 19}, {"repond", -38}, {"repondre", 9},
    {"repondu", -68}, {"reset", -28}, {"restent", 8}, {"retard", -6}, {"retrouve", 6}, {"revenu", -16},
    {"reviennent", 6}, {"revient", 23}, {"review", -6}, {"rien", 5}, {"right", 26}, {"rouge", -13}, {"router", 19},
    {"routeur", 40}, {"rue", -23}, {"run", 6}, {"s", -65}, {"sa", 28}, {"said", -23}, {"salut", 5}, {"same", 24},
    {"samsung", -8}, {"savoir", -17}, {"saw", -27}, {"say", -12}, {"saying", -21}, {"says", -13}, {"scanner", -7},
    {"schedule", -11}, {"school", -12}, {"script", 5}, {"se", -9}, {"search", -12}, {"second", -6}, {"secure", 16},
    {"securise", 18}, {"securisee", -9}, {"securitaire", -14}, {"securite", 11}, {"security", -6}, {"see", 19},
    {"seen", -14}, {"self", -16}, {"selling", -9}, {"semaine", -44}, {"send", 46}, {"sender", 20}, {"sending", 9},
    {"sends", -28}, {"sent", -10}, {"sert", 11}, {"server", 30}, {"serveur", -15}, {"serveurs", 14}, {"service", -23},
    {"ses", -7}, {"set", 59}, {"setting", -33}, {"settings", 7}, {"setup", 14}, {"seul", 12}, {"seulement", -6},
    {"share", -5}, {"shared", -6}, {"she", -47}, {"sheet", -10}, {"should", -5}, {"show", -6}, {"shows", 8},
    {"side", 15}, {"sign", -7}, {"signal", -6}, {"signature", -14}, {"signed", -14}, {"simple", 11}, {"since", 37},
    {"single", -16}, {"site", 25}, {"six", -10}, {"slow", -12}, {"smtp", 25}, {"so", -46}, {"soeur", 16}, {"soir", -25},
    {"soiree", -20}, {"solved", -6}, {"somebody", 14}, {"someone", -23}, {"something", 19}, {"somewhere", 11},
    {"son", -7}, {"sont", -9}, {"sort", 8}, {"sortant", 16}, {"sortie", -5}, {"souci", 7}, {"souhaite", 5},
    {"sounds", 8}, {"spa", 9}, {"spark", -16}, {"ssh", -7}, {"staging", -8}, {"starttls", 15}, {"stays", 18},
    {"steam", -33}, {"step", -18}, {"steps", 9}, {"still", -25}, {"stop", -25}, {"stopped", -15}, {"storage", -21},
    {"store", 19}, {"stp", 5}, {"straight", -14}, {"stuck", -6}, {"stuff", 13}, {"su", -6}, {"subject", -8},
    {"suis", -9}, {"suite", 25}, {"suivi", -6}, {"suivre", 9}, {"sunday", -11}, {"super", -21}, {"support", -25},
    {"supposed", 28}, {"sur", -13}, {"sure", -7}, {"svp", 69}, {"switch", -11}, {"switched", 5}, {"sync", -16},
    {"synchronise", -7}, {"t", -5}, {"ta", 21}, {"tab", 5}, {"tablet", 17}, {"tablette", 27}, {"take", -39},
    {"talk", 18}, {"tant", -5}, {"tantot", 11}, {"tax", -8}, {"tb", 8}, {"te", -39}, {"teams", -7}, {"tech", 25},
    {"tel", 15}, {"tele", -5}, {"tell", 9}, {"ten", -20}, {"tes", -20}, {"test", -14}, {"tests", -27}, {"text", -11},
    {"texte", 26}, {"texto", -8}, {"thanks", -20}, {"that", -31}, {"the", -79}, {"their", 15}, {"them", 13},
    {"theme", -8}, {"then", -61}, {"there", -17}, {"these", -7}, {"they", 8}, {"think", -9}, {"third", 18},
    {"those", -5}, {"three", -30}, {"thru", 6}, {"thunderbird", 56}, {"thursday", -5}, {"thx", 12}, {"ticked", -5},
    {"timed", -9}, {"timeout", -9}, {"times", 24}, {"tls", -6}, {"to", -21}, {"today", 7}, {"toi", -16}, {"told", 10},
    {"tombe", -11}, {"tomorrow", -20}, {"ton", -90}, {"tonight", -10}, {"too", 7}, {"took", -27}, {"touche", -14},
    {"toujours", 20}, {"tourne", 17}, {"tous", -7}, {"tout", -8}, {"transfer", -25}, {"transferer", -11},
    {"travail", -6}, {"tres", -18}, {"trick", -19}, {"trois", -44}, {"trop", -17}, {"true", -32}, {"tu", -8},
    {"turn", -16}, {"turned", -5}, {"twice", -6}, {"two", 8}, {"typed", -10}, {"typo", -11}, {"un", 34}, {"unable", 8},
    {"unavailable", 16}, {"une", -24}, {"unknown", 19}, {"until", -8}, {"up", 6}, {"usb", -13}, {"use", 51},
    {"used", 6}, {"user", 14}, {"username", -25}, {"uses", -13}, {"utilisateur", 17}, {"utilise", -17}, {"utiliser", 7},
    {"va", -45}, {"valide", 9}, {"ve", -10}, {"verification", 11}, {"verifie", -7}, {"verified", -5}, {"verify", -18},
    {"very", -7}, {"veut", 32}, {"veux", -27}, {"vide", 16}, {"videotron", -17}, {"vie", 8}, {"vieille", -9},
    {"vieux", -35}, {"ville", -19}, {"virus", 14}, {"voila", -10}, {"voir", -35}, {"voisin", 9}, {"vont", 20},
    {"vos", -23}, {"votre", -58}, {"voudrais", -21}, {"vous", -44}, {"vpn", -13}, {"vrai", -14}, {"vraiment", -10},
    {"vs", 19}, {"vu", -6}, {"w", 6}, {"want", 9}, {"wants", -40}, {"warning", -13}, {"was", -81}, {"way", -10},
    {"we", -19}, {"web", 11}, {"webmail", -10}, {"website", 22}, {"week", -11}, {"weekend", -23}, {"weird", -13},
    {"welcome", 11}, {"went", -11}, {"were", -42}, {"what", 67}, {"whatever", -19}, {"whats", 10}, {"whatsapp", -5},
    {"when", 8}, {"whenever", 5}, {"where", 13}, {"which", 25}, {"while", -10}, {"who", -27}, {"whole", -9},
    {"why", -7}, {"wife", -13}, {"wifi", 99}, {"will", -9}, {"window", 24}, {"windows", -25}, {"with", 15},
    {"without", 27}, {"wizard", -13}, {"won", -8}, {"wont", 29}, {"word", -13}, {"wordpress", -12}, {"words", -15},
    {"work", 11}, {"worked", -12}, {"working", 5}, {"works", 37}, {"would", 18}, {"write", 45}, {"writing", -12},
    {"wrong", -57}, {"ya", 18}, {"years", -18}, {"yesterday", 13}, {"yet", -10}, {"you", -94}, {"your", -122},
    {"zero", -31},
}};
// clang-format on

}  // namespace

const SurenessWeights& sureness_weights() {
  static constexpr SurenessWeights learned{
      .signs = signs, .pairs = pairs, .words = words, .at_first = -384, .likely = -139, .sure = 215};
  return learned;
}

}  // namespace facteur
