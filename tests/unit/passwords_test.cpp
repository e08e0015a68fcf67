#include "bot/passwords.h"

#include <string>
#include <string_view>

#include "bot/outcome_json.h"
#include "bot/reading.h"
#include "knowledge/fold.h"
#include "tests/unit/base_knowledge.h"
#include "tests/unit/catch.h"

using facteur::Outcome;
using facteur::test::ask;
using facteur::test::base_knowledge;
using facteur::test::language;

namespace {

bool seems_to_hold_one(std::string_view text) { return read(text, base_knowledge()).holds_password; }

bool begins_with_the_warning(const Outcome& outcome, facteur::LanguageId language) {
  const auto& phrases = base_knowledge().languages[language].phrases;
  return outcome.reply &&
         outcome.reply->text.starts_with(phrases[static_cast<std::size_t>(facteur::Phrase::password_warning)]);
}

}  // namespace

TEST_CASE("a password in a message is noticed") {
  for (const std::string text : {
           // French
           "mon mot de passe est Soleil2024!",
           "mon mdp c Tomate22",
           "mon mot de passe c'était Tomate22",
           "c'est Tomate22 mon mot de passe",
           "j'ai mis Tomate22 comme mot de passe pis ça marche pas",
           "mp: Tomate22",
           "mot de passe : Soleil2024",
           "mot de passe: Soleil2024",
           "mot de passe Soleil2024! pour marie@nplus.ca, ça marche pas",
           "Mot De Passe = Soleil2024!",
           "mon mdp est abc12345",
           "mdp: Tr0ub4dor&3",
           "mdp:Tr0ub4dor&3",
           "mon mot de passe c'est chat_noir77",
           "mon mot de passe c’est chat_noir77",
           "marie@nplus.ca mot de passe : Soleil2024!",
           "voici mon adresse marie@nplus.ca et mon mot de passe : Soleil2024!",
           "mot de passe actuel : Hiver#2025",
           "j'essaie avec le mot de passe Hiver#2025 et ça refuse",
           "j'ai mis le mot de passe Hiver#2025",
           "MOT DE PASSE : SOLEIL2024!",
           "mot  de  passe :  Soleil2024!",
           "mot de passe :\nSoleil2024!",
           "mon mot de passe est « Soleil2024! »",
           "mon mot de passe est \"Soleil2024!\"",
           "mot de passe : p@ssw0rd",
           "mon password est Qwerty123",
           "le mdp de marie@nplus.ca est Soleil2024!",
           "voici mes infos: marie@nplus.ca, Minou1950!",
           // English
           "here is my login bob@nplus.ca / Hunter2026! can you check it",
           "bob@nplus.ca:Hunter2026!",
           "the password i use is Winter2025",
           "pw hunter22 user bob@nplus.ca",
           "I put Winter2025 as my password",
           "my password is hunter2!",
           "my password is Hunter22",
           "password: P@ssw0rd",
           "password:P@ssw0rd",
           "Password = abc123xyz",
           "pass: abc123xyz",
           "pw: Tr0ub4dor&3",
           "my pwd is Tr0ub4dor&3",
           "the password for marie@nplus.ca is Sunshine99",
           "login marie@nplus.ca password Sunshine99!",
           "I tried the password Sunshine99! and it says no",
           "using password Sunshine99!",
           "user: marie@nplus.ca, password: Sunshine99",
           "my password was Sunshine99 until yesterday",
           "PASSWORD: SUNSHINE99",
           "password: \"Sunshine99\"",
       }) {
    CAPTURE(text);
    CHECK(seems_to_hold_one(text));
  }
}

TEST_CASE("talking about a password is no password") {
  for (const std::string text : {
           // French
           "mot de passe : refusé",
           "mp: voir le port 587 svp",
           "le serveur pass imap.ionos.com:993",
           "mot de passe: refusé",
           "mot de passe refusé",
           "mot de passe refusé ?",
           "mot de passe : refusé ?",
           "mot de passe : refusé?",
           "mot de passe : refusé!!!",
           "mot de passe : incorrect",
           "mot de passe : incorrect?",
           "mot de passe : normal",
           "mot de passe : obligatoire",
           "mon mot de passe est bon",
           "mon mot de passe est bon?",
           "mon mot de passe est refusé!",
           "mon mot de passe est refusé?",
           "mon mot de passe est pourtant bon",
           "mon mot de passe est demandé 3 fois",
           "mon mot de passe est le même qu'avant",
           "mot de passe oublié",
           "mot de passe oublié?",
           "mot de passe : j'ai oublié",
           "c'est quoi un mot de passe d'application ?",
           "mot de passe d'application",
           "mot de passe pour marie@nplus.ca ?",
           "le mot de passe de marie@nplus.ca est refusé",
           "mot de passe : marie@nplus.ca le refuse",
           "mot de passe, port 993, SSL/TLS",
           "authentification : mot de passe normal",
           "mot de passe : au moins 8 caractères",
           "on me redemande mon mot de passe",
           "mon mot de passe est-il gardé ?",
           "mot de passe: voir https://nplus.ca/aide",
           "le mot de passe est où?",
           // after an address
           "bob@nplus.ca iphone14",
           "bob@nplus.ca office365",
           "marie@nplus.ca juin2026",
           "bob@nplus.ca imap993",
           "bob@nplus.ca 0x800ccc0e",
           "bob@nplus.ca outlook2016, ios18.1",
           "bob@nplus.ca, 465/ssl",
           "bob@nplus.ca sue@gabskycom.com",
           "bob@nplus.ca https://nplus.ca/aide2024",
           // English
           "my pw doesn't work",
           "my password is wrong",
           "my password is wrong!",
           "my password is wrong?",
           "my password is wrong!!!",
           "password: incorrect",
           "password: incorrect?",
           "password incorrect (535)",
           "password is incorrect, error 535",
           "535 5.7.8 Error: authentication failed: password",
           "password: normal",
           "my password is not accepted",
           "my password is not accepted?",
           "my password was changed",
           "my password was changed yesterday!",
           "it says password is required",
           "forgot my password",
           "password for marie@nplus.ca?",
           "the password for marie@nplus.ca is rejected",
           "password: marie@nplus.ca refuses it",
           "my password is the same as before",
           "what is an app password?",
           "my password is 12 characters long",
           "is my password safe with STARTTLS?",
           "why is my password asked for again and again?",
           "normal password, port 465, SSL/TLS",
           "my password is stored in Thunderbird",
           "I try my password every time",
           "using password authentication",
           "pass me the port please",
           "the password is in https://example.org/help",
       }) {
    CAPTURE(text);
    CHECK_FALSE(seems_to_hold_one(text));
  }
}

TEST_CASE("a password is warned of, and never comes back, whatever else is answered") {
  struct Pasted {
    std::string text;
    std::string secret;  // folded, so that no other spelling of it slips through
  };
  for (const Pasted& each : {
           Pasted{"mon mot de passe est Soleil2024! et ça marche pas pour marie@nplus.ca", "soleil2024"},
           Pasted{"réglages de marie@nplus.ca, mot de passe : Tr0ub4dor&3", "tr0ub4dor"},
           Pasted{"my password is hunter2xyz! what is the IMAP port for nplus.ca?", "hunter2xyz"},
           Pasted{"password: Sunshine99.com", "sunshine99"},
           Pasted{"mot de passe : Soleil@2024.ca", "2024.ca"},
           Pasted{"my password is P@zz7word.net and it is refused", "zz7word"},
           Pasted{"mot de passe : henrietmo1", "henrietmo1"},
           Pasted{"settings please, my password is nplus2024", "nplus2024"},
           Pasted{"password: quebecinternet1", "quebecinternet1"},
       }) {
    CAPTURE(each.text);
    for (const facteur::Place place : {facteur::Place::direct, facteur::Place::group}) {
      const Outcome outcome = respond({each.text, place}, {}, facteur::Time{}, base_knowledge());
      CHECK(outcome.question.holds_password);
      CHECK(begins_with_the_warning(outcome, outcome.question.language));
      CHECK((!outcome.reply || facteur::fold(outcome.reply->text).find(each.secret) == std::string::npos));
      CHECK(facteur::fold(to_json(outcome, base_knowledge())).find(each.secret) == std::string::npos);
      const auto& kept = outcome.conversation.domain;
      CHECK((!kept || facteur::fold(kept->written).find(each.secret) == std::string::npos));
    }
  }
}

TEST_CASE("what answers a refused password is warned of in a direct chat, where it looks like one") {
  const Outcome refused = ask("my password is refused for nplus.ca");
  const auto answered = [&](const std::string& text, facteur::Place place = facteur::Place::direct) {
    return respond({text, place}, refused.conversation, facteur::Time{}, base_knowledge());
  };
  for (const std::string text : {"Chaton123!", "it's Summer2025!", "essayez Outlook2026! svp"}) {
    CAPTURE(text);
    CHECK(begins_with_the_warning(answered(text), answered(text).question.language));
    CHECK_FALSE(ask(text).question.holds_password);
    CHECK_FALSE(answered(text, facteur::Place::group).question.holds_password);
  }
  for (const std::string text :
       {"outlook2016", "iphone14", "galaxys23 ultra", "0x800ccc0e", "error 535", "I changed it in 2025 maybe"}) {
    CAPTURE(text);
    CHECK_FALSE(answered(text).question.holds_password);
  }
}

TEST_CASE("the warning comes first, in the language of the message") {
  CHECK(begins_with_the_warning(ask("bonjour, mon mot de passe est Soleil2024! et on me le refuse"), language("fr")));
  CHECK(begins_with_the_warning(ask("hello, my password is Sunshine99! and it is refused"), language("en")));
}
