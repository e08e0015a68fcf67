// Learned by tests/corpus/learn.py, which see, from 6274 questions and 5955 other messages. What is sure is so chosen
// that 1.0 in 100 others are that the weights weren't fitted to; of such questions, 89.6 in 100 are.
#include "bot/sureness_weights.h"

namespace facteur {
namespace {

// In hundredths of a natural logarithm of odds.
// clang-format off
constexpr std::array<SignWeight, sign_count> signs{{
      46,  // explain
      -9,  // compare
       1,  // alternative
      22,  // advise
      23,  // set_up
      22,  // how
     -40,  // wish
      -5,  // ask
      32,  // settings
       9,  // mine
       0,  // trouble
      30,  // cannot
      17,  // negation
      19,  // change
      37,  // greet
     -18,  // thanks
      45,  // help
     -32,  // human
      13,  // follow
      47,  // what
       4,  // whether
      71,  // mail
      20,  // account
      44,  // server
      14,  // send
      21,  // receive
      42,  // connect
     -37,  // toward
      -7,  // inside
      12,  // put
      33,  // device
      -2,  // joining
     -15,  // message
      32,  // both
     -85,  // decoy
     -64,  // elsewhere
    -111,  // programming
       0,  // secret
      13,  // owned
     -27,  // indefinite
     -23,  // definite
     -12,  // acknowledge
      -2,  // first_one
      -7,  // second_one
       7,  // other_one
       0,  // last_one
       0,  // yes
       0,  // wrong
       0,  // in_language
     134,  // our_domain
      81,  // other_domain
      64,  // program
      50,  // general_guide
      73,  // technical
      33,  // sided
      32,  // telling
      58,  // other_concept
      50,  // protocol
     -17,  // only_protocol
      34,  // field
     -36,  // fields
      37,  // host
     -10,  // implied_host
      39,  // value_of_account
     -64,  // asked_value
      10,  // wanted_settings
     -17,  // settings_of_both
      52,  // compared
      48,  // compared_protocols
      13,  // compared_numbers
       6,  // chosen_security
      55,  // weighed_up
      41,  // several_compared
      -3,  // explained_concept
      49,  // meaning_of_concept
      -7,  // asked_protocol
      27,  // any_such
       6,  // this_one
      20,  // set_up_on
      31,  // how_on
       7,  // where_it_is
      38,  // mail_trouble
      44,  // problem
      24,  // told_problem
      24,  // named_problem
      12,  // certain_problem
      42,  // stated_trouble
     -45,  // only_talk
     -18,  // question_mark
     -33,  // no_question
      51,  // few_words
      25,  // some_words
      -2,  // many_words
      -9,  // very_many_words
}};

constexpr std::array<PairWeight, 400> pairs{{
    {  0,  20,   28},  // explain, whether
    {  0,  27,    7},  // explain, toward
    {  0,  28,  -36},  // explain, inside
    {  0,  40,   12},  // explain, definite
    {  0,  53,    2},  // explain, technical
    {  0,  59,   37},  // explain, field
    {  0,  74,   49},  // explain, meaning_of_concept
    {  0,  82,   33},  // explain, problem
    {  0,  88,   52},  // explain, question_mark
    {  0,  89,   40},  // explain, no_question
    {  0,  92,   35},  // explain, many_words
    {  1,  28,  -39},  // compare, inside
    {  1,  53,  106},  // compare, technical
    {  1,  67,   32},  // compare, compared
    {  1,  71,   32},  // compare, weighed_up
    {  2,  22,   57},  // alternative, account
    {  2,  39,  -44},  // alternative, indefinite
    {  2,  49,   52},  // alternative, our_domain
    {  2,  53,   36},  // alternative, technical
    {  2,  59,   64},  // alternative, field
    {  2,  88,  -42},  // alternative, question_mark
    {  2,  89,   47},  // alternative, no_question
    {  3,  53,   52},  // advise, technical
    {  4,   5,   45},  // set_up, how
    {  4,   7,   30},  // set_up, ask
    {  4,  21,   66},  // set_up, mail
    {  4,  28,   27},  // set_up, inside
    {  4,  29,  -64},  // set_up, put
    {  4,  40,   13},  // set_up, definite
    {  4,  51,   32},  // set_up, program
    {  4,  78,   20},  // set_up, set_up_on
    {  4,  92,   86},  // set_up, many_words
    {  5,   7,   17},  // how, ask
    {  5,  18,   43},  // how, follow
    {  5,  22,   41},  // how, account
    {  5,  27,   12},  // how, toward
    {  5,  30,   28},  // how, device
    {  5,  31,   32},  // how, joining
    {  5,  35, -101},  // how, elsewhere
    {  5,  39,  -22},  // how, indefinite
    {  5,  40,   53},  // how, definite
    {  5,  49,   34},  // how, our_domain
    {  5,  51,   31},  // how, program
    {  5,  56,   60},  // how, other_concept
    {  5,  77,   45},  // how, this_one
    {  5,  79,   31},  // how, how_on
    {  5,  82,  -48},  // how, problem
    {  5,  86,  -52},  // how, stated_trouble
    {  5,  89,   18},  // how, no_question
    {  7,   8,   43},  // ask, settings
    {  7,  12,  -67},  // ask, negation
    {  7,  19,   63},  // ask, what
    {  7,  21,   34},  // ask, mail
    {  7,  22,   24},  // ask, account
    {  7,  25,   17},  // ask, receive
    {  7,  29,  -16},  // ask, put
    {  7,  31,  -20},  // ask, joining
    {  7,  35,  -29},  // ask, elsewhere
    {  7,  40,  -57},  // ask, definite
    {  7,  49,   60},  // ask, our_domain
    {  7,  50,   59},  // ask, other_domain
    {  7,  51,   47},  // ask, program
    {  7,  53,   14},  // ask, technical
    {  7,  54,   48},  // ask, sided
    {  7,  59,   33},  // ask, field
    {  7,  63,   31},  // ask, value_of_account
    {  7,  65,   39},  // ask, wanted_settings
    {  7,  67,   54},  // ask, compared
    {  7,  68,   35},  // ask, compared_protocols
    {  7,  82,   32},  // ask, problem
    {  7,  92,  -30},  // ask, many_words
    {  8,  27,   29},  // settings, toward
    {  8,  40,   43},  // settings, definite
    {  8,  49,   77},  // settings, our_domain
    {  8,  65,   10},  // settings, wanted_settings
    {  8,  92,   62},  // settings, many_words
    {  9,  21,   73},  // mine, mail
    {  9,  22,   26},  // mine, account
    {  9,  25,  -42},  // mine, receive
    {  9,  26,  -40},  // mine, connect
    {  9,  28,   22},  // mine, inside
    {  9,  32,   29},  // mine, message
    {  9,  34,  -37},  // mine, decoy
    {  9,  35,  -39},  // mine, elsewhere
    {  9,  49,   19},  // mine, our_domain
    {  9,  51,  -17},  // mine, program
    {  9,  53,  -24},  // mine, technical
    {  9,  54,   22},  // mine, sided
    {  9,  56,   29},  // mine, other_concept
    {  9,  57,   28},  // mine, protocol
    {  9,  89,  -26},  // mine, no_question
    { 10,  21,   61},  // trouble, mail
    { 10,  27,  -24},  // trouble, toward
    { 10,  35,  -21},  // trouble, elsewhere
    { 10,  40,   38},  // trouble, definite
    { 10,  53,  -16},  // trouble, technical
    { 10,  57,   49},  // trouble, protocol
    { 10,  81,   34},  // trouble, mail_trouble
    { 10,  82,  -13},  // trouble, problem
    { 10,  92,  -30},  // trouble, many_words
    { 12,  21,   64},  // negation, mail
    { 12,  24,   22},  // negation, send
    { 12,  27,  -11},  // negation, toward
    { 12,  28,   14},  // negation, inside
    { 12,  29,  -20},  // negation, put
    { 12,  39,  -24},  // negation, indefinite
    { 12,  49,   41},  // negation, our_domain
    { 12,  51,   52},  // negation, program
    { 12,  53,  -38},  // negation, technical
    { 12,  54,  -38},  // negation, sided
    { 12,  77,  -28},  // negation, this_one
    { 12,  83,  -24},  // negation, told_problem
    { 12,  84,  -24},  // negation, named_problem
    { 12,  85,  -26},  // negation, certain_problem
    { 12,  86,  -19},  // negation, stated_trouble
    { 12,  88,   39},  // negation, question_mark
    { 13,  31,  -26},  // change, joining
    { 13,  51,   33},  // change, program
    { 14,  40,   57},  // greet, definite
    { 18,  21,  -37},  // follow, mail
    { 18,  35,   47},  // follow, elsewhere
    { 18,  39,  -42},  // follow, indefinite
    { 18,  40,    7},  // follow, definite
    { 18,  51,   25},  // follow, program
    { 18,  57,  -34},  // follow, protocol
    { 18,  79,   32},  // follow, how_on
    { 18,  81,   34},  // follow, mail_trouble
    { 18,  82,  -31},  // follow, problem
    { 18,  88,   28},  // follow, question_mark
    { 19,  27,   40},  // what, toward
    { 19,  29,   58},  // what, put
    { 19,  40,    8},  // what, definite
    { 19,  53,   88},  // what, technical
    { 19,  59,   22},  // what, field
    { 19,  92,   37},  // what, many_words
    { 20,  28,   27},  // whether, inside
    { 20,  53,   62},  // whether, technical
    { 20,  57,   56},  // whether, protocol
    { 20,  74,   38},  // whether, meaning_of_concept
    { 21,  27,   29},  // mail, toward
    { 21,  28,   27},  // mail, inside
    { 21,  30,   46},  // mail, device
    { 21,  31,  -17},  // mail, joining
    { 21,  34,  -48},  // mail, decoy
    { 21,  39,   58},  // mail, indefinite
    { 21,  40,   37},  // mail, definite
    { 21,  49,   -2},  // mail, our_domain
    { 21,  51,  -17},  // mail, program
    { 21,  53,   15},  // mail, technical
    { 21,  54,  -37},  // mail, sided
    { 21,  56,   71},  // mail, other_concept
    { 21,  57,  -36},  // mail, protocol
    { 21,  59,   37},  // mail, field
    { 21,  74,   12},  // mail, meaning_of_concept
    { 21,  78,   31},  // mail, set_up_on
    { 21,  81,   47},  // mail, mail_trouble
    { 21,  82,    8},  // mail, problem
    { 21,  83,   28},  // mail, told_problem
    { 21,  84,   28},  // mail, named_problem
    { 21,  88,   25},  // mail, question_mark
    { 21,  89,   32},  // mail, no_question
    { 21,  92,  113},  // mail, many_words
    { 22,  27,   19},  // account, toward
    { 22,  32,   37},  // account, message
    { 22,  39,   33},  // account, indefinite
    { 22,  40,   14},  // account, definite
    { 22,  49,   24},  // account, our_domain
    { 22,  51,   87},  // account, program
    { 22,  53,  -29},  // account, technical
    { 22,  54,  -54},  // account, sided
    { 22,  79,   43},  // account, how_on
    { 22,  82,  -27},  // account, problem
    { 22,  86,  -46},  // account, stated_trouble
    { 22,  88,   44},  // account, question_mark
    { 22,  89,   27},  // account, no_question
    { 22,  92,   39},  // account, many_words
    { 23,  27,   47},  // server, toward
    { 23,  40,    6},  // server, definite
    { 23,  54,   27},  // server, sided
    { 23,  61,   21},  // server, host
    { 23,  63,   25},  // server, value_of_account
    { 23,  88,   29},  // server, question_mark
    { 23,  92,   41},  // server, many_words
    { 24,  25,   47},  // send, receive
    { 24,  27,   28},  // send, toward
    { 24,  39,  -41},  // send, indefinite
    { 24,  40,  -41},  // send, definite
    { 24,  59,   63},  // send, field
    { 24,  82,   45},  // send, problem
    { 24,  83,   40},  // send, told_problem
    { 24,  84,   40},  // send, named_problem
    { 24,  86,   58},  // send, stated_trouble
    { 24,  92,   39},  // send, many_words
    { 25,  28,   60},  // receive, inside
    { 25,  29,  -34},  // receive, put
    { 25,  39,  -39},  // receive, indefinite
    { 25,  40,  -41},  // receive, definite
    { 25,  49,   34},  // receive, our_domain
    { 25,  63,   35},  // receive, value_of_account
    { 25,  82,   42},  // receive, problem
    { 26,  28,  -31},  // connect, inside
    { 26,  53,   67},  // connect, technical
    { 26,  92,  -58},  // connect, many_words
    { 27,  28,   -5},  // toward, inside
    { 27,  30,   23},  // toward, device
    { 27,  31,  -11},  // toward, joining
    { 27,  34,  -75},  // toward, decoy
    { 27,  35,    4},  // toward, elsewhere
    { 27,  36,  -98},  // toward, programming
    { 27,  39,   -4},  // toward, indefinite
    { 27,  40,  -10},  // toward, definite
    { 27,  49,   58},  // toward, our_domain
    { 27,  50,   69},  // toward, other_domain
    { 27,  51,   25},  // toward, program
    { 27,  53,   12},  // toward, technical
    { 27,  54,   30},  // toward, sided
    { 27,  56,   31},  // toward, other_concept
    { 27,  57,   38},  // toward, protocol
    { 27,  61,   36},  // toward, host
    { 27,  63,   11},  // toward, value_of_account
    { 27,  65,   11},  // toward, wanted_settings
    { 27,  67,   19},  // toward, compared
    { 27,  68,   26},  // toward, compared_protocols
    { 27,  71,   22},  // toward, weighed_up
    { 27,  81,  -20},  // toward, mail_trouble
    { 27,  82,   21},  // toward, problem
    { 27,  87,   -7},  // toward, only_talk
    { 27,  89,  -23},  // toward, no_question
    { 27,  91,   32},  // toward, some_words
    { 27,  92,   24},  // toward, many_words
    { 28,  29,   34},  // inside, put
    { 28,  30,   27},  // inside, device
    { 28,  35,   -4},  // inside, elsewhere
    { 28,  40,   -9},  // inside, definite
    { 28,  49,   19},  // inside, our_domain
    { 28,  50,   34},  // inside, other_domain
    { 28,  51,   54},  // inside, program
    { 28,  53,  -26},  // inside, technical
    { 28,  63,  -30},  // inside, value_of_account
    { 28,  82,  -20},  // inside, problem
    { 28,  85,  -46},  // inside, certain_problem
    { 28,  88,   20},  // inside, question_mark
    { 29,  30,   14},  // put, device
    { 29,  31,   26},  // put, joining
    { 29,  39,    9},  // put, indefinite
    { 29,  49,   79},  // put, our_domain
    { 29,  51,   44},  // put, program
    { 29,  53,  -27},  // put, technical
    { 29,  54,  -46},  // put, sided
    { 29,  59,  -31},  // put, field
    { 29,  79,   22},  // put, how_on
    { 29,  88,   20},  // put, question_mark
    { 29,  89,   -9},  // put, no_question
    { 29,  92,  -24},  // put, many_words
    { 30,  39,   33},  // device, indefinite
    { 30,  40,   12},  // device, definite
    { 31,  39,   49},  // joining, indefinite
    { 31,  51,  -55},  // joining, program
    { 31,  56,  -24},  // joining, other_concept
    { 31,  77,  -27},  // joining, this_one
    { 31,  88,   45},  // joining, question_mark
    { 32,  40,   19},  // message, definite
    { 32,  82,   43},  // message, problem
    { 32,  83,   48},  // message, told_problem
    { 32,  84,   48},  // message, named_problem
    { 32,  86,   34},  // message, stated_trouble
    { 34,  40,   -1},  // decoy, definite
    { 34,  53,  -74},  // decoy, technical
    { 34,  54,  -78},  // decoy, sided
    { 34,  89,  -66},  // decoy, no_question
    { 35,  39,  -11},  // elsewhere, indefinite
    { 35,  40,  -33},  // elsewhere, definite
    { 35,  51,  -75},  // elsewhere, program
    { 35,  53,   37},  // elsewhere, technical
    { 35,  57,   41},  // elsewhere, protocol
    { 35,  79,  -71},  // elsewhere, how_on
    { 35,  88,  -33},  // elsewhere, question_mark
    { 35,  89,  -22},  // elsewhere, no_question
    { 35,  92,  -76},  // elsewhere, many_words
    { 35,  93,   40},  // elsewhere, very_many_words
    { 36,  40,  -75},  // programming, definite
    { 36,  53,  -70},  // programming, technical
    { 36,  89,  -45},  // programming, no_question
    { 39,  54,   36},  // indefinite, sided
    { 39,  88,  -17},  // indefinite, question_mark
    { 39,  93,   24},  // indefinite, very_many_words
    { 40,  49,   27},  // definite, our_domain
    { 40,  51,   23},  // definite, program
    { 40,  56,   12},  // definite, other_concept
    { 40,  57,    2},  // definite, protocol
    { 40,  59,   45},  // definite, field
    { 40,  65,   20},  // definite, wanted_settings
    { 40,  77,    6},  // definite, this_one
    { 40,  81,   25},  // definite, mail_trouble
    { 40,  86,  -15},  // definite, stated_trouble
    { 40,  87,  -11},  // definite, only_talk
    { 40,  89,  -18},  // definite, no_question
    { 40,  92,  -27},  // definite, many_words
    { 49,  51,   38},  // our_domain, program
    { 49,  53,   10},  // our_domain, technical
    { 49,  59,   14},  // our_domain, field
    { 49,  63,   18},  // our_domain, value_of_account
    { 49,  65,   72},  // our_domain, wanted_settings
    { 49,  82,   44},  // our_domain, problem
    { 49,  86,   32},  // our_domain, stated_trouble
    { 49,  88,   31},  // our_domain, question_mark
    { 49,  89,   34},  // our_domain, no_question
    { 49,  92,   51},  // our_domain, many_words
    { 50,  51,   50},  // other_domain, program
    { 51,  53,   23},  // program, technical
    { 51,  56,   79},  // program, other_concept
    { 51,  59,   36},  // program, field
    { 51,  77,   17},  // program, this_one
    { 51,  78,   32},  // program, set_up_on
    { 51,  79,   31},  // program, how_on
    { 51,  81,   33},  // program, mail_trouble
    { 51,  82,   24},  // program, problem
    { 51,  86,   32},  // program, stated_trouble
    { 51,  89,   16},  // program, no_question
    { 51,  92,   54},  // program, many_words
    { 51,  93,   52},  // program, very_many_words
    { 53,  54,   33},  // technical, sided
    { 53,  55,   48},  // technical, telling
    { 53,  56,  -47},  // technical, other_concept
    { 53,  57,   50},  // technical, protocol
    { 53,  59,   34},  // technical, field
    { 53,  61,   -2},  // technical, host
    { 53,  63,   37},  // technical, value_of_account
    { 53,  67,   24},  // technical, compared
    { 53,  68,   20},  // technical, compared_protocols
    { 53,  71,   34},  // technical, weighed_up
    { 53,  74,   10},  // technical, meaning_of_concept
    { 53,  77,  -39},  // technical, this_one
    { 53,  81,  -27},  // technical, mail_trouble
    { 53,  82,  -43},  // technical, problem
    { 53,  86,  -42},  // technical, stated_trouble
    { 53,  88,   93},  // technical, question_mark
    { 53,  89,  -23},  // technical, no_question
    { 53,  91,   38},  // technical, some_words
    { 53,  92,   49},  // technical, many_words
    { 53,  93,  -57},  // technical, very_many_words
    { 54,  57,  -62},  // sided, protocol
    { 54,  59,    7},  // sided, field
    { 54,  61,   28},  // sided, host
    { 54,  62,  -73},  // sided, implied_host
    { 54,  63,   26},  // sided, value_of_account
    { 54,  77,   49},  // sided, this_one
    { 54,  88,   16},  // sided, question_mark
    { 54,  92,   46},  // sided, many_words
    { 55,  59,   41},  // telling, field
    { 56,  59,  -38},  // other_concept, field
    { 56,  92,   63},  // other_concept, many_words
    { 57,  59,   46},  // protocol, field
    { 57,  62,   59},  // protocol, implied_host
    { 57,  77,   31},  // protocol, this_one
    { 57,  81,   31},  // protocol, mail_trouble
    { 57,  86,   30},  // protocol, stated_trouble
    { 57,  88,   35},  // protocol, question_mark
    { 57,  92,   52},  // protocol, many_words
    { 59,  63,    8},  // field, value_of_account
    { 59,  74,   35},  // field, meaning_of_concept
    { 59,  88,    8},  // field, question_mark
    { 59,  92,   20},  // field, many_words
    { 61,  63,   24},  // host, value_of_account
    { 61,  88,   21},  // host, question_mark
    { 61,  92,   44},  // host, many_words
    { 63,  88,   40},  // value_of_account, question_mark
    { 63,  92,   46},  // value_of_account, many_words
    { 65,  92,   65},  // wanted_settings, many_words
    { 67,  68,   48},  // compared, compared_protocols
    { 67,  71,   55},  // compared, weighed_up
    { 67,  88,   29},  // compared, question_mark
    { 67,  92,   55},  // compared, many_words
    { 68,  71,   25},  // compared_protocols, weighed_up
    { 68,  88,   60},  // compared_protocols, question_mark
    { 74,  89,   67},  // meaning_of_concept, no_question
    { 74,  92,   62},  // meaning_of_concept, many_words
    { 77,  88,   19},  // this_one, question_mark
    { 77,  92,   58},  // this_one, many_words
    { 77,  93,  -59},  // this_one, very_many_words
    { 81,  82,  -28},  // mail_trouble, problem
    { 81,  85,  -25},  // mail_trouble, certain_problem
    { 81,  86,  -15},  // mail_trouble, stated_trouble
    { 81,  89,   59},  // mail_trouble, no_question
    { 82,  83,   24},  // problem, told_problem
    { 82,  84,   24},  // problem, named_problem
    { 82,  86,   42},  // problem, stated_trouble
    { 82,  89,   16},  // problem, no_question
    { 82,  92,   47},  // problem, many_words
    { 83,  84,   24},  // told_problem, named_problem
    { 83,  86,   24},  // told_problem, stated_trouble
    { 83,  89,   12},  // told_problem, no_question
    { 84,  86,   24},  // named_problem, stated_trouble
    { 84,  89,   12},  // named_problem, no_question
    { 86,  89,   45},  // stated_trouble, no_question
    { 86,  92,   31},  // stated_trouble, many_words
    { 87,  89,  -45},  // only_talk, no_question
    { 87,  92,  -43},  // only_talk, many_words
    { 89,  92,   29},  // no_question, many_words
    { 91,  92,   25},  // some_words, many_words
}};
// clang-format on

}  // namespace

const SurenessWeights& sureness_weights() {
  static constexpr SurenessWeights learned{
      .signs = signs, .pairs = pairs, .at_first = -394, .likely = -139, .sure = 206};
  return learned;
}

}  // namespace facteur
