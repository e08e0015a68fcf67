#include "bot/understand.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bot/reading.h"
#include "tests/unit/base_knowledge.h"
#include "tests/unit/catch.h"

namespace facteur {
namespace {

Question understood(std::string_view text) {
  return understand(read(text, test::base_knowledge()), test::base_knowledge());
}

bool sure(std::string_view text) { return understood(text).sureness == Sureness::sure; }

Part only_part(std::string_view text) {
  const Question question = understood(text);
  REQUIRE(question.parts.size() == 1);
  return question.parts.front();
}

std::vector<Intent> intents(std::string_view text) {
  std::vector<Intent> intents;
  for (const Part& part : understood(text).parts) intents.push_back(part.intent);
  return intents;
}

TEST_CASE("what is there already isn't asked for") {
  CHECK(only_part("I already have the incoming server, I need the outgoing one for nplus.ca").direction ==
        Direction::outgoing);
  CHECK(only_part("j'ai déjà le sortant, quel est le serveur entrant de nplus.ca ?").direction == Direction::incoming);
  CHECK(only_part("j'ai déjà le serveur sortant de nplus.ca").direction == Direction::outgoing);
}

TEST_CASE("what programs do beside mail accounts is another subject") {
  for (const std::string_view text : {"how do I add a signature in Outlook", "signature dans outlook",
                                      "comment changer la police dans outlook", "combien ça coûte nplus"}) {
    CHECK(understood(text).is_of_another_subject);
    CHECK(understood(text).parts.empty());
  }
  for (const std::string_view text : {"comment configurer Outlook ?", "outlook", "réglages nplus", "port 993 ou 995"})
    CHECK_FALSE(understood(text).is_of_another_subject);
}

TEST_CASE("what is only told is no trouble where it is asked about") {
  CHECK(only_part("ça marche dans le webmail").problem);
  CHECK(only_part("comment je me connecte au webmail ?").intent == Intent::explain);
  CHECK_FALSE(only_part("est-ce que le webmail fonctionne sur iPhone ?").problem);
}

TEST_CASE("a number behind a strange or a right server is a port that is judged") {
  const Part part = only_part("est-ce que smtpout.secureserver.net 80 fonctionne pour gabsky?");
  REQUIRE(part.proposals.size() == 1);
  CHECK(part.proposals.front().port == "80");
}

TEST_CASE("two accounts that fail each have their own trouble") {
  const Question question = understood("marie@nplus.ca reçoit pas et paul@gabskycom.com envoie pas");
  REQUIRE(question.parts.size() == 2);
  const auto problem = [&](std::size_t part) {
    return test::base_knowledge().problems[question.parts[part].problem.value()].id;
  };
  CHECK(problem(0) == "cannot-receive");
  CHECK(problem(1) == "cannot-send");
  CHECK_FALSE(question.parts[0].account);
  CHECK(question.parts[1].account == test::base_knowledge().domains.exact("gabskycom.com"));
}

TEST_CASE("what outweighs settings is the answer, whatever account is named") {
  for (const auto& [text, id] :
       {std::pair{"993 without ssl for nplus ok?", "encryption-off"},
        std::pair{"est-ce que je désactive ssl pour nplus ?", "encryption-off"}, std::pair{"is nplus down?", "outage"},
        std::pair{"je veux un alias ventes@nplus.ca", "account-management"},
        std::pair{"how do I forward marie@nplus.ca to my gmail", "account-management"},
        std::pair{"taille maximale des pièces jointes gabskycom", "attachment-refused"}}) {
    CAPTURE(text);
    const Question question = understood(text);
    REQUIRE(question.parts.size() == 1);
    REQUIRE(question.parts.front().problem);
    CHECK(test::base_knowledge().problems[*question.parts.front().problem].id == id);
  }
}

TEST_CASE("what only holds the same words asks for settings or steps") {
  for (const std::string_view text :
       {"my wifi is down, can I still set up nplus on my laptop?",
        "everyone in the office uses outlook, what are the settings for nplus.ca?",
        "my phone number is 450-555-1234, how do I set up outlook for nplus.ca?",
        "554 rue des Érables, configurer iphone nplus", "android 5.1.1, comment configurer nplus ?",
        "on vient de me créer une nouvelle adresse info@nplus.ca, comment la mettre sur mon cell",
        "how do I remove my nplus address from outlook", "there's no SSL option on my phone, what do I pick for nplus?",
        "mon alias marie@nplus.ca, quel serveur ?", "webmail opens but password is refused"}) {
    CAPTURE(text);
    for (const Part& part : understood(text).parts) {
      if (!part.problem) continue;
      const std::string& id = test::base_knowledge().problems[*part.problem].id;
      CHECK_FALSE((test::base_knowledge().problems[*part.problem].outweighs_settings || id == "works-in-webmail"));
    }
  }
}

TEST_CASE("of several accounts the one in trouble is meant") {
  const auto domain = [](std::string_view text) { return understood(text).domain.value().domain; };
  CHECK(domain("bob@nplus.ca works, bob@gabskycom.com can't send") == "gabskycom.com");
  CHECK(domain("henrietmoi envoie pas mais nplus marche") == "henrietmoi.ca");
  CHECK(domain("nplus marche mais henrietmoi envoie pas") == "henrietmoi.ca");
  CHECK(domain("can't send to marie@henrietmoi.ca from my bob@nplus.ca") == "nplus.ca");
  CHECK(domain("I can't send from gabskycom.com but nplus.ca works") == "gabskycom.com");
  CHECK(domain("my nplus.ca account works but gabskycom.com won't send") == "gabskycom.com");
  CHECK(domain("nplus marche mais pas gabsky") == "gabskycom.com");
}

TEST_CASE("SMTP beside a protocol that mail is fetched with leaves the account's") {
  CHECK(only_part("smtp gabskycom si je suis en pop").protocol == Protocol::pop);
  CHECK(only_part("paramètres imap et smtp nplus").protocol == Protocol::imap);
  CHECK_FALSE(only_part("les serveurs pop et imap de gabskycom").protocol);
}

TEST_CASE("beside an account of ours any server's name is what it was given") {
  const Part part = only_part("henrietmoi c'est smtp.ionos.ca non?");
  REQUIRE(part.proposals.size() == 1);
  CHECK(part.proposals.front().host == "smtp.ionos.ca");
  CHECK(part.proposals.front().side == Direction::outgoing);
  CHECK(only_part("imap.gmail.com settings").proposals.empty());
}

TEST_CASE("port numbers of one side tell the side, of both they don't") {
  CHECK(only_part("nplus.ca 143 or 993").direction == Direction::incoming);
  CHECK(only_part("henrietmoi 465 ou 587 ?").direction == Direction::outgoing);
  CHECK_FALSE(only_part("nplus.ca 465 or 993").direction);
}

TEST_CASE("a protocol in a list of fields stands for its server") {
  using Fields = std::vector<Field>;
  CHECK(only_part("what's the smtp, port and encryption for gabskycom.com").fields ==
        Fields{Field::host, Field::port, Field::security});
  CHECK(only_part("je cherche le SMTP de nplus.ca, son port, et la sécurité").fields ==
        Fields{Field::host, Field::port, Field::security});
  CHECK(only_part("what's the imap port and encryption for nplus.ca").fields == Fields{Field::port, Field::security});
}

TEST_CASE("a clause that names nothing is about what stands before it") {
  CHECK(intents("authentication for smtp, what is that?") == std::vector{Intent::explain});
  CHECK(intents("serveur entrant, c'est quoi ça ?") == std::vector{Intent::explain});
}

TEST_CASE("settings that are only the place where a word stands aren't asked for") {
  CHECK(intents("c'est quoi STARTTLS dans mes réglages ?") == std::vector{Intent::explain});
  CHECK(intents("what is STARTTLS in my settings?") == std::vector{Intent::explain});
}

TEST_CASE("a value asked beside a guide is the named account's") {
  CHECK(intents("Comment ajouter mon adresse nplus.ca sur mon Android et c'est quoi le serveur entrant ?") ==
        std::vector{Intent::guide, Intent::settings});
  CHECK(intents("c'est quoi IMAP et comment je configure nplus.ca dans Outlook ?") ==
        std::vector{Intent::explain, Intent::guide});
}

TEST_CASE("where a question comes from isn't asked") {
  CHECK(intents("I install my mother's mail on her computer, what's the outgoing server for nplus.ca") ==
        std::vector{Intent::settings});
  CHECK(intents("J'installe le courriel de ma fille sur Windows, quel est le serveur entrant de nplus.ca") ==
        std::vector{Intent::settings});
  CHECK(intents("How do I set up nplus.ca on my iPhone, and what's the outgoing server?") ==
        std::vector{Intent::guide, Intent::settings});
}

TEST_CASE("what fails to leave is asked of the outgoing side") {
  const Question question = understood("jpeux pas envoyer ET c'est quoi le bon port pour nplus.ca");
  REQUIRE(question.parts.size() == 2);
  CHECK(question.parts[1].direction == Direction::outgoing);
}

TEST_CASE("signs of any script are no part of a word") {
  CHECK(intents("¿what is IMAP?") == std::vector{Intent::explain});
  CHECK(intents("c'est quoi «IMAP»") == std::vector{Intent::explain});
  CHECK(intents("“which port” for «nplus»…") == std::vector{Intent::settings});
}

TEST_CASE("a problem may name the program that it is about") {
  const Question question = understood("gmail no longer fetches my mail by pop");
  REQUIRE(question.client.has_value());
  CHECK(test::base_knowledge().guides[*question.client].client == "gmail");
}

TEST_CASE("a yes or no of a protocol alone is about what it does, of an account about its values") {
  CHECK(intents("Does IMAP use up space on my phone?") == std::vector{Intent::explain});
  CHECK(intents("en imap c'est tu normal que ça efface partout") == std::vector{Intent::explain});
  CHECK(intents("est-ce que nplus.ca fait IMAP ?") == std::vector{Intent::settings});
}

TEST_CASE("a choice of security is a value where an account is named, a comparison otherwise") {
  const Part value = only_part("SSL ou STARTTLS pour l'envoi chez nplus.ca ?");
  CHECK(value.intent == Intent::settings);
  CHECK(value.fields == std::vector{Field::security});
  CHECK(only_part("SSL, TLS ou aucun chiffrement pour recevoir chez nplus.ca ?").fields ==
        std::vector{Field::security});
  CHECK(only_part("SSL ou STARTTLS ?").intent == Intent::compare);
}

TEST_CASE("each number of a list opens a question") {
  CHECK(intents("1) quels sont les serveurs de nplus.ca 2) c'est quoi IMAP") ==
        std::vector{Intent::settings, Intent::explain});
  CHECK(intents("le port 993) et le serveur de nplus.ca") == std::vector{Intent::settings});
}

TEST_CASE("a further value is asked of the same account, and a meaning of what was named") {
  CHECK(only_part("Which outgoing port for nplus.ca do I type, and is it SSL or TLS?").fields ==
        std::vector{Field::port, Field::security});
  const Question question = understood("what's the POP server for nplus.ca, and does it delete my mail?");
  REQUIRE(question.parts.size() == 2);
  CHECK(question.parts.back().intent == Intent::explain);
  CHECK(question.parts.back().concepts == question.parts.front().concepts);
}

TEST_CASE("a comparison takes its other side from the rest of the message") {
  const Part part = only_part("We set it up with POP. Should we be on IMAP instead?");
  CHECK(part.intent == Intent::compare);
  CHECK(part.concepts.size() == 3);
}

TEST_CASE("security that only tells which port is meant isn't asked for") {
  CHECK(only_part("le port sortant avec SSL pour nplus.ca ?").fields == std::vector{Field::port});
  CHECK(only_part("the SSL port of nplus.ca?").fields == std::vector{Field::port});
}

TEST_CASE("the server is asked for apart from the settings that were mentioned before") {
  CHECK(only_part("It can't find the settings of nplus.ca by itself. What are the incoming and outgoing servers?")
            .fields == std::vector{Field::host});
}

TEST_CASE("a server and its port may be added up") {
  using Fields = std::vector<Field>;
  CHECK(only_part("nplus smtp + port?").fields == Fields{Field::host, Field::port});
  CHECK(only_part("imap et port pour nplus.ca ?").fields == Fields{Field::host, Field::port});
  CHECK(only_part("il me faut l'entrant, le sortant et les ports de nplus.ca").fields ==
        Fields{Field::host, Field::port});
  CHECK(only_part("POP, le port de nplus.ca, c'est combien ?").fields == Fields{Field::port});
  CHECK(only_part("incoming and outgoing ports for nplus.ca, please").fields == Fields{Field::port});
}

TEST_CASE("a wish beside a question only tells where the question comes from") {
  CHECK(intents("I want to add nplus.ca to Outlook. Which server and which port?") == std::vector{Intent::settings});
  CHECK(intents("How do I add nplus.ca to Outlook, and what's the incoming server?") ==
        std::vector{Intent::guide, Intent::settings});
}

TEST_CASE("a protocol that is denied isn't the account's") {
  CHECK(only_part("I'm on IMAP, not POP, at gabskycom: which outgoing port?").protocol == Protocol::imap);
  CHECK(only_part("pas en POP, en IMAP, le port de nplus.ca ?").protocol == Protocol::imap);
}

TEST_CASE("one of our servers may be asked about by its name") {
  CHECK(only_part("is smtpout.secureserver.net right for gabskycom.com?").fields == std::vector{Field::host});
  CHECK(only_part("quel port pour smtp.nplus.ca ?").fields == std::vector{Field::port});
}

TEST_CASE("what a protocol is may be asked with one's own things in view") {
  CHECK(intents("c'est quoi POP3 dans mes affaires de courriel") == std::vector{Intent::explain});
  CHECK(intents("what is my IMAP server at nplus.ca") == std::vector{Intent::settings});
}

TEST_CASE("after a comparison, the one that an account takes is a value") {
  const Question question = understood("SSL vs STARTTLS, what is the difference, and which one does nplus.ca use?");
  REQUIRE(question.parts.size() == 2);
  CHECK(question.parts.front().intent == Intent::compare);
  CHECK(question.parts.back().fields == std::vector{Field::security});
}

TEST_CASE("two letters that changed places are put back where they make a known word") {
  CHECK(only_part("je recois plsu mes courriels").intent == Intent::troubleshoot);
  CHECK(read("le prot sortant", test::base_knowledge()).corrections.front().read_as == "port");
}

TEST_CASE("a group is answered where words of mail outweigh those of another subject") {
  CHECK(sure("mon imprimante demande le serveur SMTP de nplus.ca, c'est quoi ?"));
  CHECK(sure("Does POP delete my mail from the server once it's on my computer?"));
  CHECK_FALSE(sure("le certificat SSL du site de nplus.ca est renouvelé ?"));
  CHECK_FALSE(sure("my python script gets a timeout from the IMAP server, see the traceback"));
  CHECK_FALSE(sure("POP display arrived for the store counter, where do we put it"));
  CHECK(sure("c'est quoi POP ?"));
  CHECK(sure("which port does POP use for my mail?"));
}

TEST_CASE("a program's name alone doesn't make a group sure") {
  CHECK_FALSE(sure("what's the outlook for the dollar this year?"));
  CHECK_FALSE(sure("comment créer une liste de diffusion dans Outlook"));
  CHECK_FALSE(sure("mon compte Facebook a été volé, j'ai changé le mot de passe et l'adresse mail"));
  CHECK(sure("how do I set up Outlook?"));
  CHECK(sure("comment ajouter mon compte dans Outlook ?"));
}

TEST_CASE("what a thing proves or does is explained") {
  CHECK(only_part("what does encryption do for my email").intent == Intent::explain);
  CHECK(only_part("un certificat de serveur de courriel, ça prouve quoi").intent == Intent::explain);
}

TEST_CASE("the name of a security is explained before an account's value is asked") {
  const std::vector both{Intent::explain, Intent::settings};
  CHECK(intents("what's STARTTLS, and does ordiamicus.com use it for sending?") == both);
  CHECK(intents("for ordiamicus.com, is the port 465 or 587?") == std::vector{Intent::settings});
}

TEST_CASE("a concept without an article is explained, and what has one is a value") {
  const std::vector both{Intent::explain, Intent::settings};
  CHECK(intents("c'est quoi starttls pis le port sortant de nplus") == both);
  CHECK(intents("what is STARTTLS and the outgoing port for nplus?") == both);
  CHECK(intents("c'est quoi le smtp et le port de nplus") == std::vector{Intent::settings});
  CHECK(intents("what is smtp and port for nplus") == std::vector{Intent::settings});
}

TEST_CASE("a misspelt word is mended where a phrase holds any word") {
  const Part part = only_part("what does encription do");
  CHECK(part.intent == Intent::explain);
  CHECK_FALSE(part.concepts.empty());
}

TEST_CASE("the side may be told by when or where the mail comes in") {
  CHECK(only_part("does nplus.ca use SSL when receiving mail?").direction == Direction::incoming);
  const Part port = only_part("le port d'entrée pour nplus.ca ?");
  CHECK(port.direction == Direction::incoming);
  CHECK(port.fields == std::vector{Field::port});
  CHECK(only_part("La réception chez nplus.ca se fait sur quel port ?").direction == Direction::incoming);
}

}  // namespace
}  // namespace facteur
