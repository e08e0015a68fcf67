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

constexpr std::array<WordWeight, 1295> words{{
    {"0", 29}, {"0x800ccc0e", 6}, {"0x800ccc0f", 6}, {"1", -28}, {"100", -32}, {"11", 19}, {"110", 9}, {"12", -6},
    {"128", -7}, {"13", -6}, {"14", -9}, {"15", -10}, {"2", -15}, {"20", -8}, {"200", 15}, {"2012", -20}, {"2019", -20},
    {"22", -17}, {"25", -16}, {"25565", -5}, {"26", -26}, {"3", -24}, {"30", -27}, {"300", 6}, {"365", 14}, {"4", 21},
    {"40", -9}, {"465", -41}, {"5", 29}, {"535", 8}, {"550", 53}, {"554", 38}, {"587", 22}, {"7", 41}, {"74", 13},
    {"80", 7}, {"9", 6}, {"993", -30}, {"995", -22}, {"@", 65}, {"a", -50}, {"accepte", 18}, {"access", 11},
    {"accounts", -16}, {"acheter", -11}, {"actually", 21}, {"adding", -16}, {"admin", -47}, {"adresse", 41},
    {"adresses", 6}, {"affaire", -15}, {"affiche", -8}, {"after", -21}, {"again", 15}, {"age", -6}, {"ai", -72},
    {"aide", 18}, {"aidez", 35}, {"aime", -13}, {"ajout", 24}, {"ajoute", 7}, {"ajouter", 15}, {"all", 12}, {"allo", 5},
    {"along", -10}, {"alors", -18}, {"always", -6}, {"am", 13}, {"amicus", -21}, {"an", -26}, {"ancien", -11},
    {"and", -10}, {"android", -5}, {"anglais", 24}, {"another", -14}, {"ans", -34}, {"answer", -26}, {"answers", -6},
    {"antivirus", 15}, {"any", -27}, {"anyone", -56}, {"anything", 25}, {"aol", 26}, {"app", 34}, {"appareils", -6},
    {"apparently", -5}, {"appeler", -24}, {"appelle", -10}, {"apple", -14}, {"appli", -9}, {"application", 25},
    {"apps", -20}, {"apres", -16}, {"archives", -17}, {"are", -9}, {"arret", 10}, {"arrete", -21}, {"arrive", -8},
    {"arrivent", 25}, {"as", -53}, {"ask", -11}, {"asked", -13}, {"asking", -16}, {"asks", -8}, {"at", -37},
    {"attachment", 9}, {"attachments", -7}, {"attente", -9}, {"attention", -6}, {"au", -46}, {"aucun", 35},
    {"aujourd", 8}, {"aurait", 5}, {"auriez", 33}, {"aussi", 7}, {"auth", -18}, {"authentification", 7}, {"auto", 17},
    {"autre", -9}, {"avais", -5}, {"avait", -38}, {"avec", -27}, {"avertissement", 10}, {"avez", 17}, {"avis", 18},
    {"avoir", 25}, {"away", 9}, {"back", -42}, {"backup", -5}, {"bank", -11}, {"banque", -23}, {"bar", -19},
    {"bas", -7}, {"batterie", -7}, {"be", 42}, {"because", -10}, {"been", -17}, {"before", -9}, {"bell", 24},
    {"ben", -13}, {"besoin", -14}, {"best", -25}, {"better", -15}, {"between", -13}, {"big", -11}, {"billets", -32},
    {"birthday", -17}, {"block", -20}, {"blocked", -12}, {"bloque", -48}, {"bob", -27}, {"boite", 30}, {"boites", -8},
    {"bolt", 10}, {"bon", -21}, {"bonjour", 38}, {"bonne", -64}, {"bonsoir", -6}, {"bot", -30}, {"both", 20},
    {"boucle", 8}, {"bought", 26}, {"bounce", 6}, {"boutique", -13}, {"bouton", 14}, {"box", 6}, {"brancher", 5},
    {"bring", -9}, {"but", -10}, {"button", 10}, {"by", -27}, {"cable", 18}, {"calendar", -8}, {"calendrier", -5},
    {"call", -17}, {"called", 7}, {"came", -5}, {"canada", -17}, {"cannot", -22}, {"capable", 8}, {"car", -11},
    {"card", -6}, {"carrier", 6}, {"carte", -40}, {"cas", -5}, {"case", -5}, {"cat", -8}, {"ce", 15},
    {"cellulaire", 11}, {"certbot", -6}, {"certificat", 27}, {"certificate", 33}, {"cest", 32}, {"cette", -14},
    {"ceux", -12}, {"chacun", -30}, {"chalet", 10}, {"chance", -12}, {"change", -11}, {"changed", 21}, {"changer", 45},
    {"changing", 6}, {"chaque", 8}, {"char", -30}, {"charge", -22}, {"check", -15}, {"cherche", -6}, {"chercher", -16},
    {"chez", -32}, {"chiffre", -6}, {"chiffrement", 12}, {"chinois", 11}, {"choix", 7}, {"chose", 6}, {"chrome", -33},
    {"chu", 23}, {"chum", 16}, {"ci", -5}, {"cinq", 10}, {"cle", -9}, {"click", -18}, {"client", 31}, {"clients", 14},
    {"clique", 26}, {"close", -5}, {"closed", -6}, {"club", -27}, {"clue", 14}, {"cocher", -17}, {"code", -5},
    {"codes", 5}, {"coffee", -30}, {"coin", -8}, {"colis", -16}, {"com", 23}, {"combien", -26}, {"come", -7},
    {"comes", 7}, {"coming", 11}, {"commande", 6}, {"comme", -15}, {"comment", -8}, {"company", 11}, {"complet", 12},
    {"compose", -7}, {"compris", -17}, {"comptes", -36}, {"computer", 28}, {"config", 12}, {"configure", -16},
    {"configurer", 27}, {"confirm", -22}, {"connais", 9}, {"connait", 11}, {"connect", 11}, {"connecter", 16},
    {"connection", 18}, {"connexion", 70}, {"continue", 10}, {"continuer", 12}, {"contre", -7}, {"copier", 5},
    {"correct", 36}, {"correspond", 16}, {"cote", -19}, {"cottage", 11}, {"could", 45}, {"couleur", -9}, {"coupe", 19},
    {"courriel", 19}, {"courriels", 36}, {"cree", 5}, {"creer", 6}, {"crois", 7}, {"cuisine", -11}, {"current", 14},
    {"customer", 25}, {"dad", -8}, {"daemon", 16}, {"dangereux", 5}, {"dans", -28}, {"dark", -10}, {"data", 21},
    {"date", -39}, {"daughter", -11}, {"dave", -6}, {"day", -27}, {"days", 5}, {"de", -9}, {"dead", 43}, {"dedans", 9},
    {"default", -8}, {"defaut", -7}, {"dehors", -6}, {"delete", 9}, {"deleted", 19}, {"deletes", -18}, {"delivery", 8},
    {"dell", -29}, {"demain", -33}, {"demande", -66}, {"demandent", -7}, {"demander", -15}, {"denied", 38},
    {"denvoi", 11}, {"depasse", 18}, {"depuis", 10}, {"derniere", -7}, {"desjardins", -11}, {"desktop", 36},
    {"desole", -14}, {"deux", -33}, {"devices", 18}, {"devrait", -14}, {"did", -12}, {"died", -19}, {"diff", -10},
    {"difference", 14}, {"different", 21}, {"dimanche", -14}, {"dirait", -23}, {"dire", -14}, {"dis", -22},
    {"disait", -12}, {"disparu", 5}, {"disque", -11}, {"dit", 15}, {"dites", -5}, {"dix", 21}, {"do", 20},
    {"docker", -5}, {"does", 10}, {"doesn", 6}, {"doit", -20}, {"domain", -17}, {"don", -17}, {"donc", -19},
    {"donne", 14}, {"donnees", 22}, {"dossier", -18}, {"dot", 16}, {"double", -28}, {"down", -43}, {"drive", -5},
    {"droit", -16}, {"drole", -6}, {"ds", 5}, {"du", -60}, {"each", 12}, {"earth", 5}, {"echec", 13}, {"echoue", 5},
    {"ecole", -11}, {"ecrire", -30}, {"ecris", 58}, {"ecrit", -35}, {"efface", -5}, {"electronique", 26}, {"elle", -16},
    {"else", -27}, {"email", 23}, {"emailed", 20}, {"emails", 13}, {"empty", 17}, {"en", -22}, {"encore", -44},
    {"encrypt", -12}, {"encrypted", 10}, {"encryption", 26}, {"end", 33}, {"ends", 18}, {"enfants", -7}, {"enfin", -13},
    {"enlever", 11}, {"enregistrement", -13}, {"entre", -34}, {"entreprise", 7}, {"envoi", 33}, {"envoie", 17},
    {"envois", -24}, {"envoye", -28}, {"envoyer", 33}, {"envoyes", -26}, {"erreur", 14}, {"error", 9}, {"es", -25},
    {"essaie", 8}, {"est", -49}, {"et", 9}, {"etais", -27}, {"etait", -64}, {"etape", 15}, {"etapes", 11}, {"ete", -6},
    {"etre", -23}, {"eu", -7}, {"eux", -15}, {"ever", -29}, {"every", -19}, {"everybody", -10}, {"everyone", -15},
    {"everything", -26}, {"everywhere", -5}, {"evolution", 14}, {"ex", 9}, {"exactly", 24}, {"excel", -23},
    {"exception", 7}, {"expediteur", -32}, {"expire", -8}, {"explain", 43}, {"expliquer", 26}, {"expliquez", 26},
    {"facebook", -16}, {"facon", 18}, {"facteur", -22}, {"facture", -9}, {"failed", 11}, {"faire", 17}, {"fait", 15},
    {"faites", -10}, {"fallait", -7}, {"famille", 13}, {"family", 14}, {"faut", -25}, {"faux", 14}, {"feel", -12},
    {"fenetre", 23}, {"ferme", -27}, {"fetch", -5}, {"fete", -5}, {"feu", 13}, {"fichier", -26}, {"fight", -43},
    {"files", -10}, {"fill", 8}, {"fille", 9}, {"fils", 22}, {"fin", -17}, {"finalement", -30}, {"finally", -66},
    {"find", -9}, {"fine", 16}, {"fini", -22}, {"firewall", -5}, {"first", 9}, {"five", -11}, {"fix", -5},
    {"fixed", 20}, {"fois", 19}, {"folder", -22}, {"folders", 26}, {"folks", -36}, {"for", 10}, {"forfait", 8},
    {"forgot", -11}, {"formulaire", -5}, {"forward", -5}, {"forwarding", 10}, {"found", -14}, {"four", -16},
    {"fournisseur", -9}, {"free", 10}, {"friday", -21}, {"from", -24}, {"front", -11}, {"ftp", -11}, {"full", -19},
    {"gabsky", -8}, {"gabskycom", 49}, {"galaxy", -29}, {"gang", 12}, {"garage", -8}, {"garder", -17}, {"gars", 17},
    {"gb", 8}, {"gele", 6}, {"gens", 18}, {"get", -5}, {"gets", -31}, {"getting", 20}, {"ginette", 5}, {"git", -8},
    {"give", -5}, {"gives", 18}, {"gmail", 46}, {"go", 19}, {"goes", -30}, {"going", 11}, {"gone", -16}, {"good", -5},
    {"google", -12}, {"got", -74}, {"grand", -8}, {"grandma", -15}, {"great", -22}, {"green", -6}, {"group", -8},
    {"guess", 7}, {"guide", -6}, {"guy", 10}, {"h", -11}, {"had", -50}, {"half", 5}, {"hand", 12}, {"happens", -21},
    {"happy", -19}, {"has", 30}, {"hasn", -8}, {"have", 12}, {"he", -30}, {"heads", -5}, {"hebergeur", -7}, {"help", 7},
    {"henri", 26}, {"henrietmoi", -15}, {"her", -14}, {"heure", -8}, {"hi", 17}, {"hier", -44}, {"him", -8},
    {"histoire", -5}, {"hit", -5}, {"hold", -9}, {"home", 11}, {"honestly", -8}, {"host", 16}, {"hosted", 5},
    {"hostname", 14}, {"hote", 7}, {"hotel", 45}, {"hotmail", 32}, {"hour", 5}, {"house", -17}, {"https", -37},
    {"hub", 7}, {"hui", 8}, {"husband", -5}, {"hydro", -22}, {"ici", -38}, {"icloud", -31}, {"idea", 7},
    {"identifiant", 11}, {"if", -19}, {"il", -6}, {"ils", -19}, {"im", 5}, {"image", -8}, {"imap", 105}, {"imap4", 10},
    {"importe", -28}, {"impossible", 31}, {"imprimante", -26}, {"imprimer", -7}, {"in", -7}, {"incoming", 7},
    {"incorrect", 19}, {"indesirables", -24}, {"info", 11}, {"infolettre", -9}, {"infos", 8}, {"inscrire", 5},
    {"inside", 14}, {"instagram", -5}, {"install", -8}, {"installe", -18}, {"installer", -8}, {"instead", -23},
    {"instructions", -13}, {"internet", 43}, {"into", -19}, {"introuvable", 18}, {"invoice", -5}, {"ios", -44},
    {"ip", -38}, {"ipad", -31}, {"iphone", -22}, {"is", 9}, {"isn", 17}, {"issue", -8}, {"it", -27}, {"its", 10},
    {"itself", 17}, {"jai", 42}, {"jamais", -58}, {"je", -40}, {"jeudi", -9}, {"job", 14}, {"jointe", 27},
    {"joke", -26}, {"josee", -22}, {"jour", -25}, {"journee", -10}, {"jours", -7}, {"junk", -26}, {"jusqu", -11},
    {"just", -49}, {"juste", 14}, {"keep", -7}, {"kel", 15}, {"kept", 6}, {"key", -17}, {"keyboard", -12}, {"kid", -31},
    {"kind", -28}, {"know", -9}, {"koi", 17}, {"l", -36}, {"la", -14}, {"laisser", 16}, {"laptop", 39}, {"last", -27},
    {"late", 6}, {"law", 20}, {"le", -27}, {"leave", -16}, {"left", -17}, {"lent", -15}, {"lequel", 24}, {"les", 23},
    {"lettres", 7}, {"leur", -23}, {"lien", 23}, {"life", -15}, {"ligne", -12}, {"like", 38}, {"link", 20},
    {"linux", -7}, {"lire", -19}, {"list", -13}, {"liste", 26}, {"lists", 8}, {"little", 6}, {"ll", -34}, {"load", -14},
    {"locked", -19}, {"log", 28}, {"logiciel", 45}, {"login", -19}, {"logo", -19}, {"lol", -22}, {"long", 16},
    {"longer", 9}, {"look", -24}, {"looking", 6}, {"looks", -18}, {"lors", 5}, {"losing", 18}, {"lot", -8},
    {"love", -17}, {"luc", -19}, {"lui", -50}, {"lundi", -11}, {"lus", 22}, {"m", -45}, {"ma", 53}, {"mac", 16},
    {"macbook", 7}, {"machine", -37}, {"macos", 6}, {"madame", -7}, {"made", -6}, {"mai", -9}, {"mail", 35},
    {"mailbox", -23}, {"mailboxes", 15}, {"mailer", 15}, {"mails", 74}, {"main", 11}, {"mais", 29}, {"maison", 18},
    {"make", -7}, {"making", 7}, {"mal", -9}, {"maman", 14}, {"manager", -21}, {"mange", 12}, {"manually", 12},
    {"manuelle", -18}, {"many", -15}, {"marchait", 7}, {"marche", 51}, {"mardi", -7}, {"marque", -7}, {"match", 8},
    {"matin", -39}, {"mauvais", -7}, {"mdp", 19}, {"mean", 39}, {"means", -43}, {"melange", -5}, {"meme", -30},
    {"mercredi", 11}, {"mere", -36}, {"mes", 76}, {"message", -20}, {"messagerie", 84}, {"messages", 38}, {"met", 9},
    {"method", 20}, {"mets", -18}, {"mettre", 15}, {"microsoft", -34}, {"midi", -11}, {"mien", -14}, {"mieux", -28},
    {"min", -8}, {"mine", 6}, {"minecraft", -9}, {"mint", -17}, {"minutes", -27}, {"mise", -23}, {"mobile", -8},
    {"mode", -5}, {"modem", 20}, {"modifier", 21}, {"moi", 26}, {"moins", 26}, {"mois", -9}, {"moment", -10},
    {"mon", 61}, {"monsieur", -21}, {"month", -11}, {"montre", -9}, {"montreal", -9}, {"more", -5}, {"mort", -13},
    {"mot", 27}, {"mother", -7}, {"much", -25}, {"my", 46}, {"mysql", -8}, {"n", 47}, {"name", 28}, {"ne", 9},
    {"need", -18}, {"nephew", -40}, {"network", 9}, {"never", -26}, {"neveu", -9}, {"new", 33}, {"newsletter", 8},
    {"nice", -10}, {"night", -17}, {"nine", -8}, {"no", -10}, {"nobody", -11}, {"nom", 29}, {"non", 17}, {"none", 19},
    {"noon", -27}, {"normal", 7}, {"nos", -41}, {"not", 43}, {"note", -35}, {"notes", -25}, {"nothing", -12},
    {"notice", 5}, {"notifications", -17}, {"notre", -7}, {"nous", -21}, {"nouvelle", -19}, {"now", -5}, {"nplus", 5},
    {"number", 37}, {"numero", -6}, {"oauth2", 67}, {"occupe", -20}, {"of", -20}, {"offers", -10}, {"office", -24},
    {"offline", -47}, {"ok", -17}, {"old", -28}, {"on", 15}, {"once", -26}, {"one", 16}, {"only", 11}, {"ont", -30},
    {"onto", 6}, {"opened", 10}, {"opens", 6}, {"opinion", -29}, {"options", -8}, {"or", 28}, {"orange", 18},
    {"ordi", 33}, {"ordiamicus", 38}, {"ordinateur", 24}, {"ordis", 7}, {"other", 5}, {"ou", 7}, {"oublie", -39},
    {"oui", 20}, {"out", 8}, {"outbox", -10}, {"outlook", 49}, {"ouvert", -25}, {"ouverture", 9}, {"ouvre", 12},
    {"over", -10}, {"ovh", 7}, {"p", 18}, {"page", 11}, {"paie", -5}, {"panel", -6}, {"par", -41}, {"parametres", 26},
    {"parce", -9}, {"pare", 13}, {"pareil", 14}, {"parle", 46}, {"pars", 8}, {"part", -20}, {"partent", -15},
    {"parti", -19}, {"partir", -7}, {"partout", -6}, {"pas", 6}, {"passe", -5}, {"passee", -14}, {"passer", 29},
    {"password", -12}, {"passwords", -12}, {"patience", -10}, {"pc", 32}, {"pdf", -12}, {"peine", 10}, {"pendant", -22},
    {"pense", -9}, {"people", 10}, {"per", -35}, {"perdre", 8}, {"perds", -10}, {"perdu", 9}, {"pere", -6},
    {"personne", -17}, {"petit", -15}, {"petite", 11}, {"peut", -20}, {"peux", 27}, {"phishing", 12}, {"phone", -13},
    {"phones", -5}, {"photos", -32}, {"pi", -7}, {"piece", 27}, {"pieces", 9}, {"pirater", -5}, {"pis", -26},
    {"pixel", -12}, {"pizza", -6}, {"place", -17}, {"places", -15}, {"plain", 7}, {"plante", -5}, {"play", -13},
    {"please", 10}, {"plein", -21}, {"plex", -6}, {"pls", 30}, {"plugin", -9}, {"plus", 24}, {"podcast", -5},
    {"pogne", 5}, {"point", -10}, {"pop", 37}, {"pop3", 74}, {"popping", 30}, {"port", -28}, {"portable", 41},
    {"ports", 22}, {"possible", -6}, {"post", -12}, {"poste", -12}, {"postes", -7}, {"postfix", 16}, {"postgres", -6},
    {"pour", 24}, {"pourriels", -30}, {"pourriez", 8}, {"pouvez", -13}, {"premier", -42}, {"premiere", 8}, {"prend", 5},
    {"print", -8}, {"printer", -15}, {"printing", -6}, {"pris", -22}, {"pro", 14}, {"problem", 5}, {"probleme", -19},
    {"procedure", 8}, {"prof", -10}, {"program", 71}, {"programmer", -16}, {"propre", -7}, {"protocol", 6},
    {"protocole", 19}, {"proton", -6}, {"puis", -8}, {"push", -7}, {"put", -19}, {"putting", 22}, {"qqn", 31},
    {"qu", -35}, {"quand", 43}, {"que", 14}, {"quebec", -20}, {"quebecinternet", 45}, {"quel", 18}, {"quelle", 25},
    {"quelles", 9}, {"quelqu", -11}, {"quels", 17}, {"question", -41}, {"qui", -37}, {"quick", -9}, {"quit", 7},
    {"quoi", 136}, {"quota", 23}, {"raison", -15}, {"rajouter", 8}, {"ram", -8}, {"rappel", -16}, {"rappelle", -14},
    {"rate", -5}, {"read", 13}, {"really", -7}, {"recall", -6}, {"receive", 15}, {"receiving", 20}, {"reception", -12},
    {"recevoir", 26}, {"recherche", -11}, {"recipient", 19}, {"reclame", 20}, {"recois", 20}, {"recoit", -8},
    {"recommence", -7}, {"recommend", 8}, {"record", -9}, {"recu", -47}, {"red", -9}, {"redemande", 10},
    {"redonner", 5}, {"refuse", 7}, {"refused", 7}, {"refusee", 30}, {"regarde", -31}, {"registrar", -7},
    {"reglages", 18}, {"regle", 24}, {"rejected", 40}, {"relay", 20}, {"relaying", 38}, {"releve", 23}, {"relever", 25},
    {"remember", 11}, {"reminder", -6}, {"remis", -35}, {"remove", 10}, {"remplace", -21}, {"rendez", -11},
    {"renew", -5}, {"renewal", -9}, {"rentre", 16}, {"rentrent", 9}, {"rentrer", 18}, {"renvoie", 7}, {"replies", 19},
    {"repond", -36}, {"repondre", 10}, {"repondu", -69}, {"reset", -30}, {"restent", 8}, {"retard", -13},
    {"revenu", -17}, {"reviennent", 7}, {"reviens", -13}, {"revient", 23}, {"review", -7}, {"right", 21},
    {"rouge", -13}, {"router", 21}, {"routeur", 38}, {"rue", -26}, {"run", 7}, {"runs", -27}, {"s", -85}, {"sa", 36},
    {"safe", -6}, {"said", -15}, {"same", 25}, {"samsung", -6}, {"sans", -9}, {"savoir", -14}, {"saw", -28},
    {"say", -12}, {"saying", -18}, {"says", -11}, {"scan", 9}, {"scanner", -5}, {"schedule", -14}, {"school", -14},
    {"scratch", 16}, {"script", 7}, {"se", -8}, {"search", -13}, {"second", -7}, {"secure", 19}, {"securise", 17},
    {"securisee", -6}, {"securitaire", -13}, {"securite", 19}, {"security", -5}, {"see", 20}, {"seen", -10},
    {"self", -15}, {"selling", -9}, {"semaine", -41}, {"send", 32}, {"sender", 21}, {"sending", 7}, {"sends", -27},
    {"sent", -10}, {"sert", 11}, {"server", 17}, {"servers", 5}, {"serveur", -12}, {"serveurs", 17}, {"service", -24},
    {"ses", -14}, {"set", 66}, {"setting", -34}, {"settings", 9}, {"setup", 15}, {"seule", -6}, {"seulement", -7},
    {"shared", -6}, {"she", -61}, {"sheet", -7}, {"show", -7}, {"shows", 10}, {"side", 17}, {"signal", -5},
    {"signature", -14}, {"signed", -8}, {"simple", 11}, {"since", 38}, {"single", -9}, {"site", 23}, {"six", -7},
    {"slow", -11}, {"smtp", 34}, {"so", -49}, {"soeur", 17}, {"soir", -24}, {"soiree", -18}, {"solved", -5},
    {"someone", -23}, {"something", 16}, {"somewhere", 14}, {"son", -17}, {"sont", -5}, {"sort", 8}, {"sortant", 26},
    {"sortie", -6}, {"souci", 8}, {"souhaite", 6}, {"sounds", 8}, {"souvent", 6}, {"spa", 10}, {"spark", -19},
    {"ssh", -7}, {"staging", -7}, {"starttls", 17}, {"stays", 22}, {"steam", -34}, {"step", -14}, {"steps", 6},
    {"still", -13}, {"stop", -14}, {"stopped", -13}, {"storage", -19}, {"store", 18}, {"stp", 7}, {"straight", -15},
    {"stuck", -5}, {"stuff", 10}, {"subject", -6}, {"suis", -7}, {"suite", 26}, {"suivi", -6}, {"suivre", 10},
    {"sunday", -11}, {"super", -24}, {"support", -26}, {"supposed", 30}, {"supprime", 6}, {"sur", -12}, {"sure", -8},
    {"svp", 68}, {"switch", -12}, {"sync", -12}, {"synchronise", -7}, {"t", -10}, {"ta", 20}, {"tab", 8},
    {"tablet", 16}, {"tablette", 26}, {"take", -37}, {"takes", -13}, {"talk", 16}, {"tantot", 11}, {"tax", -8},
    {"tb", 8}, {"te", -33}, {"teams", -7}, {"tech", 30}, {"tel", 20}, {"telephone", -13}, {"tell", 19}, {"temps", 5},
    {"ten", -15}, {"terrible", 8}, {"tes", -49}, {"test", -12}, {"tests", -30}, {"text", -9}, {"texte", 27},
    {"texto", -18}, {"thanks", -18}, {"that", -34}, {"the", -73}, {"their", 19}, {"them", 13}, {"theme", -6},
    {"then", -60}, {"there", -31}, {"these", -7}, {"they", 12}, {"thing", -11}, {"think", -9}, {"third", 22},
    {"three", -26}, {"thru", 5}, {"thunderbird", 64}, {"thursday", -9}, {"thx", 15}, {"tick", -19}, {"ticked", -6},
    {"till", -8}, {"timed", -10}, {"timeout", -8}, {"times", 26}, {"to", -21}, {"today", 5}, {"toi", -17}, {"told", 15},
    {"tombe", -23}, {"tombent", 6}, {"tomorrow", -17}, {"ton", -120}, {"tonight", -11}, {"too", -7}, {"took", -36},
    {"top", -9}, {"touche", -10}, {"toujours", 18}, {"tourne", 21}, {"tout", -11}, {"toute", -6}, {"transfer", -23},
    {"transferer", -9}, {"travail", -7}, {"tres", -15}, {"trick", -21}, {"trois", -41}, {"trop", -16}, {"true", -34},
    {"try", -14}, {"trying", 5}, {"tu", -17}, {"turn", -17}, {"twice", -22}, {"typed", -21}, {"typo", -11},
    {"ubuntu", 5}, {"un", 25}, {"unable", 9}, {"unavailable", 16}, {"une", -24}, {"unknown", 20}, {"until", -24},
    {"up", 9}, {"update", -11}, {"usb", -12}, {"use", 48}, {"used", 7}, {"user", 15}, {"username", -15}, {"uses", -15},
    {"using", 6}, {"utilisateur", 18}, {"utilise", -12}, {"utiliser", 7}, {"va", -63}, {"vais", -5}, {"valide", 10},
    {"vaut", 5}, {"vendredi", -5}, {"verification", 11}, {"verifie", -7}, {"verified", -5}, {"verify", -18},
    {"version", 10}, {"very", -6}, {"veut", 36}, {"veux", -28}, {"vide", 19}, {"video", 5}, {"videotron", -16},
    {"vie", 11}, {"vieille", -10}, {"vieux", -31}, {"ville", -19}, {"virus", 14}, {"voila", -16}, {"voir", -34},
    {"voisin", 8}, {"vont", 23}, {"vos", -19}, {"votre", -55}, {"voudrais", -19}, {"voulait", -23}, {"vous", -46},
    {"vpn", -12}, {"vrai", -15}, {"vraiment", -9}, {"vs", 18}, {"vu", -6}, {"w", 8}, {"want", 9}, {"wants", -24},
    {"warning", -13}, {"was", -97}, {"way", -5}, {"we", -6}, {"web", 14}, {"webmail", -12}, {"website", 20},
    {"week", -12}, {"weekend", -27}, {"weird", -14}, {"welcome", 12}, {"went", -10}, {"were", -38}, {"what", 58},
    {"whatever", -11}, {"whats", 7}, {"whatsapp", -5}, {"when", 13}, {"whenever", 8}, {"which", 20}, {"while", -6},
    {"who", -27}, {"whole", -27}, {"wifi", 99}, {"will", -9}, {"window", 21}, {"windows", -23}, {"without", 30},
    {"wizard", -12}, {"wont", 26}, {"word", -12}, {"wordpress", -19}, {"words", -12}, {"work", 16}, {"worked", -32},
    {"working", 11}, {"works", 35}, {"would", 26}, {"write", 47}, {"writing", -6}, {"wrong", -50}, {"wrote", -16},
    {"y", 9}, {"ya", 17}, {"years", -38}, {"yesterday", 17}, {"yet", -9}, {"you", -91}, {"your", -122}, {"zero", -27},
}};
// clang-format on

}  // namespace

const SurenessWeights& sureness_weights() {
  static constexpr SurenessWeights learned{
      .signs = signs, .pairs = pairs, .words = words, .at_first = -394, .likely = -139, .sure = 206};
  return learned;
}

}  // namespace facteur
