// Learned by tests/corpus/learn.py, which see, from 5743 questions and 4097 other messages. Of those that it wasn't fitted
// to, 92.1 in 100 questions and 0.4 in 100 others are sure.
#include "bot/sureness_weights.h"

namespace facteur {
namespace {

// In hundredths of a natural logarithm of odds.
// clang-format off
constexpr std::array<SignWeight, sign_count> signs{{
      60,  // explain
     -28,  // compare
       8,  // alternative
      -6,  // advise
      57,  // set_up
      16,  // how
     -16,  // wish
      -5,  // ask
      43,  // settings
      13,  // mine
       8,  // trouble
      35,  // cannot
      -9,  // negation
      12,  // change
      53,  // greet
     -24,  // thanks
      27,  // help
     -30,  // human
       2,  // follow
      51,  // what
       0,  // whether
      74,  // mail
      37,  // account
      48,  // server
      32,  // send
      42,  // receive
       8,  // connect
     -49,  // toward
       8,  // inside
       4,  // put
      41,  // device
       6,  // joining
       7,  // message
      39,  // both
    -101,  // decoy
     -69,  // elsewhere
    -118,  // programming
       0,  // secret
       9,  // owned
     -20,  // indefinite
     -22,  // definite
      25,  // acknowledge
     125,  // our_domain
      75,  // other_domain
      64,  // program
      42,  // general_guide
      81,  // technical
      20,  // sided
      31,  // telling
      65,  // other_concept
      44,  // protocol
      -3,  // only_protocol
      32,  // field
     -18,  // fields
      29,  // host
     -15,  // implied_host
      41,  // value_of_account
     -36,  // asked_value
      30,  // wanted_settings
     -11,  // settings_of_both
      67,  // compared
      59,  // compared_protocols
      19,  // compared_numbers
       1,  // chosen_security
      59,  // weighed_up
      32,  // several_compared
      -1,  // explained_concept
      57,  // meaning_of_concept
       2,  // asked_protocol
       2,  // any_such
      -4,  // this_one
       9,  // set_up_on
      25,  // how_on
      18,  // where_it_is
      41,  // mail_trouble
      49,  // problem
      25,  // told_problem
      25,  // named_problem
     -14,  // certain_problem
      38,  // stated_trouble
     -48,  // only_talk
     -18,  // question_mark
     -24,  // no_question
      41,  // few_words
      35,  // some_words
      16,  // many_words
      16,  // very_many_words
}};

constexpr std::array<PairWeight, 300> pairs{{
    {  0,  27,   29},  // explain, toward
    {  0,  40,   38},  // explain, definite
    {  0,  46,   36},  // explain, technical
    {  0,  52,   26},  // explain, field
    {  0,  67,   57},  // explain, meaning_of_concept
    {  0,  81,   37},  // explain, question_mark
    {  0,  82,   31},  // explain, no_question
    {  0,  85,   39},  // explain, many_words
    {  1,  46,   94},  // compare, technical
    {  1,  60,   24},  // compare, compared
    {  1,  64,   24},  // compare, weighed_up
    {  2,   9,   45},  // alternative, mine
    {  2,  46,   18},  // alternative, technical
    {  2,  52,   38},  // alternative, field
    {  4,   5,   46},  // set_up, how
    {  4,  21,   55},  // set_up, mail
    {  4,  28,   34},  // set_up, inside
    {  4,  44,   40},  // set_up, program
    {  4,  71,    9},  // set_up, set_up_on
    {  4,  85,   67},  // set_up, many_words
    {  5,   9,   19},  // how, mine
    {  5,  18,   47},  // how, follow
    {  5,  21,   28},  // how, mail
    {  5,  22,   67},  // how, account
    {  5,  27,   18},  // how, toward
    {  5,  35,  -72},  // how, elsewhere
    {  5,  39,  -25},  // how, indefinite
    {  5,  40,   38},  // how, definite
    {  5,  42,   40},  // how, our_domain
    {  5,  44,   25},  // how, program
    {  5,  70,   88},  // how, this_one
    {  5,  72,   25},  // how, how_on
    {  7,   8,   31},  // ask, settings
    {  7,   9,  -11},  // ask, mine
    {  7,  21,   30},  // ask, mail
    {  7,  31,  -59},  // ask, joining
    {  7,  35,  -32},  // ask, elsewhere
    {  7,  40,  -21},  // ask, definite
    {  7,  42,   68},  // ask, our_domain
    {  7,  43,   53},  // ask, other_domain
    {  7,  44,   42},  // ask, program
    {  7,  46,   29},  // ask, technical
    {  7,  47,   52},  // ask, sided
    {  7,  50,    5},  // ask, protocol
    {  7,  56,   14},  // ask, value_of_account
    {  7,  58,   30},  // ask, wanted_settings
    {  7,  60,   50},  // ask, compared
    {  7,  85,  -27},  // ask, many_words
    {  8,  27,   23},  // settings, toward
    {  8,  40,   46},  // settings, definite
    {  8,  42,   52},  // settings, our_domain
    {  8,  58,   30},  // settings, wanted_settings
    {  8,  85,   52},  // settings, many_words
    {  9,  21,   82},  // mine, mail
    {  9,  27,    9},  // mine, toward
    {  9,  34,  -33},  // mine, decoy
    {  9,  35,  -45},  // mine, elsewhere
    {  9,  42,   13},  // mine, our_domain
    {  9,  44,  -38},  // mine, program
    {  9,  47,   31},  // mine, sided
    {  9,  50,   23},  // mine, protocol
    {  9,  75,   19},  // mine, problem
    {  9,  81,   26},  // mine, question_mark
    { 10,  21,   78},  // trouble, mail
    { 10,  27,  -25},  // trouble, toward
    { 10,  28,  -31},  // trouble, inside
    { 10,  40,   37},  // trouble, definite
    { 10,  42,   27},  // trouble, our_domain
    { 10,  46,  -12},  // trouble, technical
    { 10,  50,   49},  // trouble, protocol
    { 10,  74,   26},  // trouble, mail_trouble
    { 10,  75,  -18},  // trouble, problem
    { 10,  79,  -25},  // trouble, stated_trouble
    { 10,  85,  -42},  // trouble, many_words
    { 12,  21,   67},  // negation, mail
    { 12,  40,   15},  // negation, definite
    { 12,  42,   38},  // negation, our_domain
    { 12,  44,   57},  // negation, program
    { 12,  74,  -48},  // negation, mail_trouble
    { 18,  28,   34},  // follow, inside
    { 18,  40,   47},  // follow, definite
    { 18,  42,   22},  // follow, our_domain
    { 18,  44,   39},  // follow, program
    { 18,  81,   18},  // follow, question_mark
    { 18,  82,  -32},  // follow, no_question
    { 19,  27,   61},  // what, toward
    { 19,  46,   91},  // what, technical
    { 19,  52,   16},  // what, field
    { 19,  85,   43},  // what, many_words
    { 20,  46,   48},  // whether, technical
    { 20,  50,   52},  // whether, protocol
    { 21,  24,  -44},  // mail, send
    { 21,  27,   13},  // mail, toward
    { 21,  28,   40},  // mail, inside
    { 21,  30,   59},  // mail, device
    { 21,  34,  -70},  // mail, decoy
    { 21,  39,   36},  // mail, indefinite
    { 21,  40,   51},  // mail, definite
    { 21,  42,    9},  // mail, our_domain
    { 21,  46,   31},  // mail, technical
    { 21,  49,   67},  // mail, other_concept
    { 21,  52,   56},  // mail, field
    { 21,  67,   34},  // mail, meaning_of_concept
    { 21,  70,   16},  // mail, this_one
    { 21,  71,   24},  // mail, set_up_on
    { 21,  74,   80},  // mail, mail_trouble
    { 21,  75,   21},  // mail, problem
    { 21,  79,   32},  // mail, stated_trouble
    { 21,  81,    4},  // mail, question_mark
    { 21,  82,   38},  // mail, no_question
    { 21,  85,   96},  // mail, many_words
    { 22,  27,   10},  // account, toward
    { 22,  39,   52},  // account, indefinite
    { 22,  42,   72},  // account, our_domain
    { 22,  44,   68},  // account, program
    { 22,  81,   34},  // account, question_mark
    { 22,  82,   24},  // account, no_question
    { 22,  85,   34},  // account, many_words
    { 23,  27,   42},  // server, toward
    { 23,  40,   26},  // server, definite
    { 23,  46,   10},  // server, technical
    { 23,  54,   36},  // server, host
    { 23,  81,   46},  // server, question_mark
    { 23,  85,   23},  // server, many_words
    { 24,  27,   30},  // send, toward
    { 24,  40,  -33},  // send, definite
    { 24,  52,   54},  // send, field
    { 24,  75,   75},  // send, problem
    { 24,  79,   77},  // send, stated_trouble
    { 25,  28,   31},  // receive, inside
    { 25,  29,  -35},  // receive, put
    { 25,  39,  -33},  // receive, indefinite
    { 25,  40,  -42},  // receive, definite
    { 25,  42,   39},  // receive, our_domain
    { 25,  74,   56},  // receive, mail_trouble
    { 27,  30,   33},  // toward, device
    { 27,  31,   -9},  // toward, joining
    { 27,  34,  -81},  // toward, decoy
    { 27,  35,  -10},  // toward, elsewhere
    { 27,  36, -107},  // toward, programming
    { 27,  39,   -3},  // toward, indefinite
    { 27,  40,  -29},  // toward, definite
    { 27,  42,   67},  // toward, our_domain
    { 27,  43,   65},  // toward, other_domain
    { 27,  44,   49},  // toward, program
    { 27,  46,   23},  // toward, technical
    { 27,  47,   23},  // toward, sided
    { 27,  49,   37},  // toward, other_concept
    { 27,  50,   31},  // toward, protocol
    { 27,  54,   23},  // toward, host
    { 27,  56,   27},  // toward, value_of_account
    { 27,  58,   11},  // toward, wanted_settings
    { 27,  60,   40},  // toward, compared
    { 27,  61,   35},  // toward, compared_protocols
    { 27,  64,   32},  // toward, weighed_up
    { 27,  67,   22},  // toward, meaning_of_concept
    { 27,  76,   26},  // toward, told_problem
    { 27,  77,   26},  // toward, named_problem
    { 27,  79,   18},  // toward, stated_trouble
    { 27,  80,   -9},  // toward, only_talk
    { 27,  81,   16},  // toward, question_mark
    { 27,  82,  -38},  // toward, no_question
    { 27,  85,   35},  // toward, many_words
    { 28,  29,   29},  // inside, put
    { 28,  30,   38},  // inside, device
    { 28,  35,  -30},  // inside, elsewhere
    { 28,  39,  -24},  // inside, indefinite
    { 28,  42,   45},  // inside, our_domain
    { 28,  43,   52},  // inside, other_domain
    { 28,  44,   65},  // inside, program
    { 28,  46,  -37},  // inside, technical
    { 28,  78,  -55},  // inside, certain_problem
    { 28,  85,  -21},  // inside, many_words
    { 29,  42,   57},  // put, our_domain
    { 29,  44,   43},  // put, program
    { 29,  72,   25},  // put, how_on
    { 30,  44,   45},  // device, program
    { 31,  39,   44},  // joining, indefinite
    { 31,  42,   21},  // joining, our_domain
    { 31,  81,   31},  // joining, question_mark
    { 32,  75,   64},  // message, problem
    { 32,  79,   60},  // message, stated_trouble
    { 34,  40,  -31},  // decoy, definite
    { 34,  46,  -97},  // decoy, technical
    { 34,  82,  -85},  // decoy, no_question
    { 35,  39,  -25},  // elsewhere, indefinite
    { 35,  40,  -32},  // elsewhere, definite
    { 35,  44,  -71},  // elsewhere, program
    { 35,  72,  -82},  // elsewhere, how_on
    { 35,  81,  -37},  // elsewhere, question_mark
    { 35,  82,  -15},  // elsewhere, no_question
    { 35,  85,  -73},  // elsewhere, many_words
    { 36,  40,  -85},  // programming, definite
    { 36,  46,  -93},  // programming, technical
    { 40,  42,   45},  // definite, our_domain
    { 40,  43,   30},  // definite, other_domain
    { 40,  44,   20},  // definite, program
    { 40,  46,   10},  // definite, technical
    { 40,  47,   16},  // definite, sided
    { 40,  49,   34},  // definite, other_concept
    { 40,  50,   62},  // definite, protocol
    { 40,  54,   28},  // definite, host
    { 40,  56,   13},  // definite, value_of_account
    { 40,  58,   33},  // definite, wanted_settings
    { 40,  60,   26},  // definite, compared
    { 40,  70,   -4},  // definite, this_one
    { 40,  72,   25},  // definite, how_on
    { 40,  74,   19},  // definite, mail_trouble
    { 40,  82,  -18},  // definite, no_question
    { 40,  85,  -32},  // definite, many_words
    { 42,  44,   61},  // our_domain, program
    { 42,  46,   41},  // our_domain, technical
    { 42,  47,   10},  // our_domain, sided
    { 42,  52,   16},  // our_domain, field
    { 42,  56,   33},  // our_domain, value_of_account
    { 42,  58,   50},  // our_domain, wanted_settings
    { 42,  74,   29},  // our_domain, mail_trouble
    { 42,  75,   48},  // our_domain, problem
    { 42,  79,   44},  // our_domain, stated_trouble
    { 42,  81,   17},  // our_domain, question_mark
    { 42,  82,   49},  // our_domain, no_question
    { 42,  85,   39},  // our_domain, many_words
    { 44,  46,   43},  // program, technical
    { 44,  49,   60},  // program, other_concept
    { 44,  52,   44},  // program, field
    { 44,  71,   40},  // program, set_up_on
    { 44,  72,   25},  // program, how_on
    { 44,  74,   54},  // program, mail_trouble
    { 44,  75,   10},  // program, problem
    { 44,  79,   21},  // program, stated_trouble
    { 44,  81,   26},  // program, question_mark
    { 44,  82,   10},  // program, no_question
    { 44,  85,   44},  // program, many_words
    { 46,  47,   20},  // technical, sided
    { 46,  48,   48},  // technical, telling
    { 46,  50,   44},  // technical, protocol
    { 46,  52,   32},  // technical, field
    { 46,  54,   14},  // technical, host
    { 46,  56,   33},  // technical, value_of_account
    { 46,  60,   39},  // technical, compared
    { 46,  61,   31},  // technical, compared_protocols
    { 46,  64,   35},  // technical, weighed_up
    { 46,  67,   35},  // technical, meaning_of_concept
    { 46,  74,   -7},  // technical, mail_trouble
    { 46,  75,  -28},  // technical, problem
    { 46,  79,  -46},  // technical, stated_trouble
    { 46,  81,   75},  // technical, question_mark
    { 46,  82,  -30},  // technical, no_question
    { 46,  84,   55},  // technical, some_words
    { 46,  85,   53},  // technical, many_words
    { 47,  52,   34},  // sided, field
    { 47,  55,  -73},  // sided, implied_host
    { 47,  56,   20},  // sided, value_of_account
    { 47,  70,   33},  // sided, this_one
    { 47,  85,   42},  // sided, many_words
    { 48,  52,   44},  // telling, field
    { 49,  85,   69},  // other_concept, many_words
    { 50,  52,   46},  // protocol, field
    { 50,  55,   49},  // protocol, implied_host
    { 50,  70,   23},  // protocol, this_one
    { 50,  74,   48},  // protocol, mail_trouble
    { 50,  81,   46},  // protocol, question_mark
    { 50,  85,   34},  // protocol, many_words
    { 52,  67,   25},  // field, meaning_of_concept
    { 52,  81,   35},  // field, question_mark
    { 52,  85,   28},  // field, many_words
    { 54,  81,   41},  // host, question_mark
    { 54,  85,   28},  // host, many_words
    { 56,  81,   21},  // value_of_account, question_mark
    { 56,  85,   36},  // value_of_account, many_words
    { 58,  85,   52},  // wanted_settings, many_words
    { 60,  61,   59},  // compared, compared_protocols
    { 60,  64,   59},  // compared, weighed_up
    { 60,  81,   38},  // compared, question_mark
    { 60,  85,   54},  // compared, many_words
    { 61,  64,   57},  // compared_protocols, weighed_up
    { 67,  82,   36},  // meaning_of_concept, no_question
    { 67,  85,   48},  // meaning_of_concept, many_words
    { 70,  81,   26},  // this_one, question_mark
    { 70,  85,   57},  // this_one, many_words
    { 74,  78,  -54},  // mail_trouble, certain_problem
    { 74,  79,  -39},  // mail_trouble, stated_trouble
    { 74,  82,   40},  // mail_trouble, no_question
    { 75,  76,   25},  // problem, told_problem
    { 75,  77,   25},  // problem, named_problem
    { 75,  79,   38},  // problem, stated_trouble
    { 75,  82,   25},  // problem, no_question
    { 75,  85,   37},  // problem, many_words
    { 76,  77,   25},  // told_problem, named_problem
    { 76,  79,   25},  // told_problem, stated_trouble
    { 76,  82,   10},  // told_problem, no_question
    { 77,  79,   25},  // named_problem, stated_trouble
    { 77,  82,   10},  // named_problem, no_question
    { 79,  82,   36},  // stated_trouble, no_question
    { 79,  85,   21},  // stated_trouble, many_words
    { 80,  82,  -48},  // only_talk, no_question
    { 80,  85,  -47},  // only_talk, many_words
    { 81,  85,  -12},  // question_mark, many_words
    { 82,  85,   25},  // no_question, many_words
    { 84,  85,   35},  // some_words, many_words
}};

constexpr std::array<WordWeight, 982> words{{
    {"0", 19}, {"1", -14}, {"10", -10}, {"11", 20}, {"12", -5}, {"128", -11}, {"14", 6}, {"15", -16}, {"18", -5},
    {"2", -7}, {"20", -5}, {"2019", -13}, {"3", -16}, {"30", -21}, {"365", 17}, {"4", 17}, {"40", -12}, {"5", 16},
    {"535", 15}, {"550", 50}, {"554", 36}, {"587", 20}, {"6", 11}, {"7", 29}, {"74", 8}, {"9", -5}, {"995", -23},
    {"@", 49}, {"a", -30}, {"about", -6}, {"accepte", 14}, {"account", -18}, {"accounts", -15}, {"actually", 21},
    {"add", -6}, {"address", 9}, {"admin", -25}, {"adresse", 32}, {"adresses", 5}, {"affiche", -7}, {"after", -28},
    {"ago", -10}, {"ai", -55}, {"aide", 22}, {"aider", 8}, {"aidez", 34}, {"aimerais", -9}, {"air", -6}, {"ajout", 21},
    {"ajouter", 31}, {"allo", 7}, {"always", -13}, {"an", -21}, {"and", -16}, {"another", -15}, {"ans", -23},
    {"answers", -12}, {"antivirus", 15}, {"any", -27}, {"anybody", 10}, {"anymore", -10}, {"anyone", -23},
    {"anything", 9}, {"aol", 16}, {"app", 50}, {"appeler", -16}, {"appelle", -9}, {"apple", -23}, {"appli", -18},
    {"application", 14}, {"apps", -9}, {"are", -6}, {"arret", 12}, {"arrete", 5}, {"arrivent", 21}, {"article", -10},
    {"as", -7}, {"ask", 5}, {"asked", -5}, {"asking", -6}, {"asks", -10}, {"at", -54}, {"attachment", 15},
    {"attachments", -13}, {"attente", -11}, {"attention", -14}, {"au", -38}, {"aucun", 6}, {"aujourd", 6},
    {"auriez", 18}, {"aussi", 6}, {"auth", -23}, {"authentication", 6}, {"authentification", -7}, {"auto", 20},
    {"aux", 22}, {"avais", -11}, {"avait", -8}, {"avant", -5}, {"avec", -12}, {"avertissement", 7}, {"avez", -5},
    {"avis", 15}, {"avoir", 24}, {"away", 6}, {"back", 9}, {"bank", -6}, {"banque", -12}, {"bar", -11}, {"be", 32},
    {"beau", -6}, {"been", -21}, {"before", -22}, {"bell", 14}, {"ben", -22}, {"besoin", -6}, {"best", -5},
    {"bloque", -27}, {"boite", 28}, {"boites", -9}, {"bon", -25}, {"bonjour", 29}, {"bonne", -25}, {"bonsoir", -5},
    {"boss", 6}, {"both", 24}, {"boucle", 8}, {"bought", 26}, {"bounce", 11}, {"box", -7}, {"bucks", 6}, {"bureau", 18},
    {"business", -5}, {"but", 39}, {"button", 5}, {"by", -37}, {"c", 6}, {"ca", 29}, {"calendar", -10}, {"call", -18},
    {"can", -11}, {"canada", -27}, {"cannot", -9}, {"capable", 5}, {"car", -6}, {"card", -10}, {"carte", -12},
    {"case", -7}, {"ce", 21}, {"cell", -8}, {"celui", -15}, {"certificat", 13}, {"certificate", 6}, {"cest", 25},
    {"chalet", 6}, {"change", -5}, {"changed", 23}, {"changer", 46}, {"changing", 11}, {"chaque", 19}, {"char", -36},
    {"charge", -22}, {"check", -16}, {"cherche", 6}, {"chercher", -10}, {"chez", 20}, {"chiffrement", 7}, {"chu", 15},
    {"ci", -12}, {"cle", -8}, {"click", -5}, {"client", 10}, {"clients", 13}, {"clique", 27}, {"cocher", -18},
    {"code", 6}, {"coffee", -12}, {"colis", -16}, {"com", 17}, {"combien", -30}, {"come", -23}, {"comes", 7},
    {"commande", 7}, {"comme", -8}, {"comment", -14}, {"compagnie", -5}, {"company", 9}, {"complet", 5}, {"compte", 5},
    {"comptes", -14}, {"computer", 36}, {"computers", -5}, {"config", 16}, {"configuration", -9}, {"configure", 5},
    {"configurer", 24}, {"connais", 5}, {"connecter", 15}, {"connection", 24}, {"connexion", 62}, {"contacts", -13},
    {"copy", 5}, {"correct", 32}, {"correspond", 7}, {"cottage", 10}, {"could", 22}, {"coup", -5}, {"coupe", 15},
    {"courriel", 33}, {"credentials", 11}, {"credit", -8}, {"creer", 8}, {"current", 12}, {"customer", 8}, {"d", -9},
    {"daemon", 19}, {"dans", -9}, {"dark", -14}, {"data", 16}, {"date", -43}, {"de", -12}, {"dead", 27}, {"dear", -5},
    {"dedans", 10}, {"delai", -8}, {"delete", 8}, {"deleted", -7}, {"delivery", 5}, {"demain", -21}, {"demande", -8},
    {"denied", 17}, {"denvoi", 5}, {"depasse", 16}, {"depuis", -7}, {"des", -22}, {"desjardins", -8}, {"desk", -8},
    {"desktop", 14}, {"dessus", 10}, {"deux", 12}, {"deuxieme", 6}, {"devices", 14}, {"devrait", -16}, {"died", -16},
    {"diff", -19}, {"difference", 11}, {"different", 31}, {"dimanche", -14}, {"disk", 13}, {"disque", -19}, {"dix", 9},
    {"do", -10}, {"does", 9}, {"doesn", 25}, {"dois", -9}, {"doit", -14}, {"domain", -28}, {"don", 7}, {"donc", -7},
    {"donne", 16}, {"donnees", 12}, {"dossier", -17}, {"dossiers", -13}, {"dot", 17}, {"double", -17}, {"down", -14},
    {"drive", -6}, {"droit", -25}, {"du", -56}, {"duplicate", -12}, {"each", 9}, {"echec", 13}, {"echoue", 6},
    {"ecole", -12}, {"ecrire", -30}, {"ecris", 51}, {"efface", -26}, {"electronique", 14}, {"elle", 12}, {"else", -18},
    {"email", 27}, {"emailed", 20}, {"emails", 32}, {"en", 11}, {"encore", -18}, {"encrypt", -10}, {"encrypted", -8},
    {"encryption", 11}, {"end", 29}, {"english", 6}, {"enlever", -7}, {"entre", -20}, {"entreprise", 5}, {"envoi", 23},
    {"envoie", 23}, {"envoye", -48}, {"envoyer", 23}, {"envoyes", -18}, {"erreur", -13}, {"es", -20}, {"essaye", -7},
    {"est", -36}, {"et", 21}, {"etait", -27}, {"etape", 21}, {"etapes", 15}, {"ete", -6}, {"etre", -13}, {"eu", -18},
    {"even", -13}, {"ever", -11}, {"every", -29}, {"everything", -34}, {"evolution", 7}, {"exactly", 9},
    {"expediteur", -14}, {"expire", -11}, {"explain", 15}, {"expliquer", 7}, {"expliquez", 10}, {"facebook", -18},
    {"facture", -9}, {"faire", 20}, {"fait", 12}, {"faites", -14}, {"faut", -19}, {"fenetre", 26}, {"ferme", -9},
    {"fete", -9}, {"feu", 12}, {"file", -6}, {"fill", -5}, {"fille", -5}, {"fils", 19}, {"fin", -14},
    {"finalement", -35}, {"finally", -21}, {"find", -19}, {"fine", 34}, {"fini", -26}, {"fixed", 5}, {"fois", 7},
    {"folder", 16}, {"folders", 30}, {"folks", -14}, {"fonctionne", 9}, {"for", -14}, {"forward", -8}, {"four", -21},
    {"free", 23}, {"friday", -13}, {"from", 15}, {"ftp", -11}, {"full", -6}, {"gabsky", -13}, {"gabskycom", 36},
    {"galaxy", 7}, {"get", 13}, {"getting", 21}, {"git", -14}, {"gmail", 51}, {"godaddy", -18}, {"good", -22},
    {"got", -62}, {"great", -10}, {"guide", -13}, {"guy", 8}, {"h", -18}, {"had", -6}, {"haha", -10}, {"happy", -14},
    {"have", 12}, {"hebergeur", 6}, {"henri", 20}, {"henrietmoi", 19}, {"her", 9}, {"here", -12}, {"heure", -9},
    {"heures", 6}, {"hi", 6}, {"hier", -30}, {"his", -9}, {"hit", -5}, {"home", -5}, {"hors", -6}, {"hosting", -11},
    {"hote", 7}, {"hotel", 14}, {"hotmail", 25}, {"hour", -11}, {"hours", 15}, {"house", -11}, {"how", -13},
    {"https", -30}, {"hui", 6}, {"hydro", -29}, {"i", 10}, {"ici", -12}, {"icloud", -38}, {"idea", 10},
    {"identifiant", 10}, {"if", -16}, {"il", 8}, {"ils", -16}, {"image", -5}, {"imap", 131}, {"imap4", 5},
    {"impossible", 25}, {"imprimante", -17}, {"in", -10}, {"inbox", 11}, {"incoming", -8}, {"incorrect", 14},
    {"info", 24}, {"infos", 5}, {"inscrire", 8}, {"install", -10}, {"installer", -13}, {"instead", -19},
    {"internet", 33}, {"into", -18}, {"introuvable", 15}, {"ios", -8}, {"ip", -7}, {"ipad", 17}, {"iphone", -42},
    {"is", -5}, {"isn", -7}, {"its", 14}, {"j", 12}, {"jai", 39}, {"jamais", -21}, {"je", -55}, {"jeudi", -7},
    {"job", 16}, {"jointe", 21}, {"jour", -50}, {"journee", -9}, {"junk", 5}, {"jusqu", -6}, {"just", -21},
    {"juste", 41}, {"keeps", 23}, {"kel", 9}, {"key", -9}, {"kid", -7}, {"kids", -5}, {"koi", 10}, {"l", -20},
    {"la", -42}, {"laisser", 6}, {"laptop", 26}, {"last", -16}, {"late", 5}, {"le", -56}, {"left", -7}, {"lent", -15},
    {"lequel", 5}, {"les", 7}, {"let", -12}, {"lettres", 10}, {"leur", -17}, {"library", 5}, {"lien", 26}, {"lieu", -5},
    {"life", -9}, {"ligne", -18}, {"line", -10}, {"link", 20}, {"linux", -8}, {"list", -23}, {"liste", 23},
    {"little", -5}, {"ll", -8}, {"local", 26}, {"locked", -9}, {"log", 8}, {"logiciel", 21}, {"login", -9},
    {"logo", -21}, {"lol", -11}, {"long", 15}, {"longer", 5}, {"look", -8}, {"looking", 6}, {"looks", -16},
    {"losing", 14}, {"lost", -11}, {"love", -17}, {"lui", -5}, {"lundi", -7}, {"lus", 13}, {"m", -5}, {"ma", 66},
    {"mac", 17}, {"machine", -14}, {"mail", 52}, {"mailbox", -7}, {"mailboxes", 9}, {"mailer", 18}, {"mails", 29},
    {"main", 9}, {"maintenant", 5}, {"mais", 53}, {"maison", 13}, {"make", -5}, {"mal", -5}, {"mange", 10},
    {"manually", 10}, {"many", -10}, {"marche", 28}, {"matin", -18}, {"mdp", 20}, {"me", -13}, {"mean", 24},
    {"meaning", 5}, {"means", -17}, {"meme", 12}, {"menu", 10}, {"mere", -10}, {"mes", 33}, {"message", -35},
    {"messagerie", 71}, {"messages", 32}, {"method", 6}, {"mettre", 35}, {"microsoft", -32}, {"midi", -8},
    {"mieux", -24}, {"migration", 6}, {"mine", 19}, {"mint", -27}, {"minutes", -23}, {"mis", 13}, {"mise", -14},
    {"missing", -7}, {"mobile", -17}, {"modem", 9}, {"modifier", 26}, {"moi", 35}, {"moins", 18}, {"moment", -8},
    {"mon", 17}, {"monde", 10}, {"monsieur", -6}, {"montreal", -8}, {"more", -15}, {"morning", 7}, {"mort", -11},
    {"mot", 54}, {"mots", -12}, {"moved", -13}, {"moving", 5}, {"moyen", -7}, {"much", -14}, {"my", 10}, {"mysql", -7},
    {"n", 13}, {"name", 35}, {"ne", 10}, {"needs", 16}, {"nephew", -7}, {"never", -7}, {"new", 8}, {"next", -11},
    {"ni", -9}, {"night", -22}, {"no", 30}, {"nodemailer", -9}, {"nom", 17}, {"non", 29}, {"none", 8}, {"normal", 7},
    {"not", 25}, {"note", -18}, {"notes", -16}, {"notifications", -18}, {"notre", -7}, {"nous", -21}, {"nouvelle", -14},
    {"now", -25}, {"nplus", 17}, {"nuit", -5}, {"number", 24}, {"numero", -22}, {"oauth2", 38}, {"occupe", -10},
    {"of", -10}, {"office", -14}, {"offline", -32}, {"ok", -9}, {"old", 10}, {"on", 6}, {"once", -12}, {"one", 9},
    {"only", 34}, {"ont", -24}, {"options", -12}, {"or", 13}, {"orange", 9}, {"ordi", 24}, {"ordiamicus", 24},
    {"ordinateur", 18}, {"other", 22}, {"ou", 6}, {"oublie", -36}, {"oui", 8}, {"our", -6}, {"out", 10}, {"outbox", -9},
    {"outgoing", 14}, {"outlook", 56}, {"ouverture", 5}, {"ouvre", 20}, {"overnight", -5}, {"own", -16},
    {"package", -11}, {"page", -8}, {"par", -26}, {"parametres", 23}, {"pare", 12}, {"parfait", -13}, {"parking", -5},
    {"parle", 20}, {"part", -37}, {"partage", -5}, {"partent", -17}, {"partir", 12}, {"partout", -6}, {"party", 12},
    {"pas", -9}, {"passer", 11}, {"password", -28}, {"pc", 19}, {"pdf", -5}, {"peine", 8}, {"pendant", -21},
    {"pense", -19}, {"people", 39}, {"per", -10}, {"pere", -11}, {"petit", -8}, {"peut", -5}, {"phishing", 5},
    {"phone", -21}, {"phones", -10}, {"photos", -35}, {"php", -16}, {"piece", 21}, {"pieces", 9}, {"pis", -20},
    {"pixel", -10}, {"plan", -11}, {"plante", -5}, {"play", -17}, {"please", 7}, {"plein", -26}, {"pleine", -8},
    {"plex", -6}, {"pls", 25}, {"plus", -5}, {"podcast", -11}, {"pop", 14}, {"pop3", 54}, {"port", -35},
    {"portable", 35}, {"ports", 6}, {"possible", -8}, {"post", -14}, {"poste", -10}, {"postes", -15}, {"postfix", 15},
    {"postgres", -13}, {"pour", 33}, {"pourquoi", -5}, {"pourriez", 5}, {"pr", -8}, {"premier", -17}, {"prend", -7},
    {"print", -7}, {"printer", -14}, {"pris", -15}, {"pro", 7}, {"probleme", -13}, {"procedure", 6}, {"program", 52},
    {"provider", 14}, {"put", -13}, {"putting", 20}, {"qqn", 15}, {"qu", 19}, {"quand", 37}, {"que", 22},
    {"quebec", -20}, {"quebecinternet", 43}, {"quelle", 24}, {"quelles", 11}, {"quelqu", -36}, {"quels", 13},
    {"question", -10}, {"qui", -32}, {"quoi", 95}, {"quota", 26}, {"quote", 6}, {"raison", 6}, {"re", -8},
    {"receive", 12}, {"receiving", 14}, {"reception", 7}, {"recherche", -13}, {"reclame", 17}, {"recois", 25},
    {"recommend", 12}, {"recu", -41}, {"recuperer", 7}, {"red", -6}, {"redemande", 8}, {"refusee", 17},
    {"regarde", -12}, {"reglages", 33}, {"regle", 25}, {"rejected", 42}, {"relay", 11}, {"relaying", 25}, {"releve", 7},
    {"relever", 24}, {"remettre", -5}, {"remis", -9}, {"remove", 10}, {"remplace", -6}, {"renewal", -9},
    {"renouveler", -9}, {"rentre", 11}, {"rentrent", 9}, {"rentrer", 9}, {"repond", -22}, {"repondre", 13},
    {"reponse", -5}, {"requires", -7}, {"reset", -38}, {"retard", 7}, {"retour", 5}, {"revenu", -15}, {"reviennent", 7},
    {"revient", 28}, {"review", -11}, {"rien", 11}, {"right", 36}, {"rouge", -7}, {"router", 13}, {"routeur", 34},
    {"rue", -20}, {"s", -20}, {"sa", 28}, {"said", 7}, {"sais", -5}, {"sait", -7}, {"salut", 12}, {"same", 33},
    {"samsung", -11}, {"savoir", -5}, {"saw", -6}, {"say", -10}, {"says", -18}, {"school", -10}, {"script", 5},
    {"se", 10}, {"search", -14}, {"secure", 12}, {"securisee", -7}, {"securitaire", -14}, {"securite", 21}, {"see", 18},
    {"selon", -7}, {"semaine", -25}, {"send", 37}, {"sender", 16}, {"sending", 13}, {"sends", -14}, {"serait", -8},
    {"server", 27}, {"servers", 8}, {"service", -22}, {"ses", -12}, {"set", 41}, {"setting", -42}, {"settings", 10},
    {"setup", 13}, {"seul", 12}, {"shared", -9}, {"should", -23}, {"show", -13}, {"shows", -7}, {"si", -15},
    {"side", 13}, {"signature", -13}, {"simple", 6}, {"since", 37}, {"site", 11}, {"six", -6}, {"slow", -14},
    {"smtp", 20}, {"so", -43}, {"soir", -6}, {"sombre", -8}, {"some", -5}, {"someone", -23}, {"something", 20},
    {"somewhere", 10}, {"son", -5}, {"sont", -25}, {"sorry", 6}, {"sort", 11}, {"sortant", 6}, {"sounds", 9},
    {"spam", -21}, {"ssl", 21}, {"starttls", 33}, {"stays", 11}, {"steam", -32}, {"stop", -23}, {"stopped", -20},
    {"storage", -29}, {"stp", 6}, {"stuck", -7}, {"su", 8}, {"suis", -13}, {"suite", 27}, {"suivre", 7},
    {"sunday", -15}, {"support", -30}, {"supposed", 26}, {"svp", 50}, {"switch", -18}, {"sympatico", 7}, {"sync", -15},
    {"synchronise", -7}, {"ta", 24}, {"tablet", 14}, {"tablette", 14}, {"take", -24}, {"tantot", 14}, {"tb", 8},
    {"te", -22}, {"teams", -11}, {"tech", 9}, {"tel", 14}, {"telephone", -7}, {"tell", 17}, {"ten", -28}, {"test", 5},
    {"tests", -16}, {"text", -15}, {"texto", -14}, {"that", 7}, {"the", -80}, {"their", 8}, {"them", 9}, {"theme", -6},
    {"then", -20}, {"there", 13}, {"these", -14}, {"they", -6}, {"thing", -9}, {"think", -9}, {"thought", -5},
    {"three", -24}, {"thunderbird", 68}, {"thursday", -9}, {"thx", 5}, {"till", -12}, {"time", -12}, {"timed", -8},
    {"timeout", -12}, {"times", -7}, {"tls", -8}, {"to", -37}, {"today", -15}, {"toi", -7}, {"told", 5},
    {"tomorrow", -18}, {"ton", -46}, {"tonight", -9}, {"too", 20}, {"took", -18}, {"touche", -20}, {"tourne", 15},
    {"tous", -14}, {"tout", 27}, {"toute", -6}, {"transfer", -23}, {"transferer", -13}, {"travail", -5}, {"tu", -14},
    {"turn", -24}, {"twice", -12}, {"two", -8}, {"type", 5}, {"typed", -11}, {"un", 12}, {"unable", 13},
    {"unavailable", 8}, {"une", -11}, {"up", 13}, {"update", 23}, {"updated", 9}, {"us", 9}, {"use", 44}, {"used", -10},
    {"user", 10}, {"username", -23}, {"utilisateur", 8}, {"utiliser", 5}, {"va", -15}, {"valide", 5}, {"ve", -11},
    {"vendredi", -11}, {"version", 7}, {"veut", 15}, {"veux", -34}, {"vide", 27}, {"videotron", -14}, {"viens", -5},
    {"vient", -7}, {"vieux", -27}, {"view", -5}, {"virus", 16}, {"voir", -28}, {"vont", 17}, {"vos", -19},
    {"votre", -38}, {"voudrais", -12}, {"vous", 7}, {"vpn", -11}, {"vraiment", -11}, {"vs", 9}, {"want", -11},
    {"warning", -14}, {"was", -28}, {"way", -17}, {"we", -25}, {"web", -9}, {"webmail", -15}, {"website", 9},
    {"week", -6}, {"weekend", -24}, {"went", -24}, {"were", -11}, {"what", 43}, {"whats", 14}, {"when", 37},
    {"where", 15}, {"which", 14}, {"who", -42}, {"whole", -19}, {"why", 10}, {"wife", 15}, {"wifi", 75}, {"window", 24},
    {"windows", -12}, {"with", 29}, {"without", 13}, {"won", -29}, {"wont", 18}, {"word", -5}, {"wordpress", -8},
    {"work", -5}, {"worked", -11}, {"working", 7}, {"works", 41}, {"would", 21}, {"write", 42}, {"wrong", -35},
    {"y", 25}, {"ya", 22}, {"yahoo", 8}, {"years", -25}, {"yes", 20}, {"yesterday", 5}, {"yet", 15}, {"you", -34},
    {"your", -82},
}};
// clang-format on

}  // namespace

const SurenessWeights& sureness_weights() {
  static constexpr SurenessWeights learned{
      .signs = signs, .pairs = pairs, .words = words, .at_first = -397, .likely = -139, .sure = 226};
  return learned;
}

}  // namespace facteur
