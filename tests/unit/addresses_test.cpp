#include "bot/addresses.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "bot/reading.h"
#include "tests/unit/base_knowledge.h"
#include "tests/unit/catch.h"

using facteur::DomainMention;
using facteur::Knowledge;
using facteur::test::base_knowledge;

namespace {

// The domains that a message names, each as the one it was taken for.
std::vector<std::string> domains_in(std::string_view text, const Knowledge& knowledge = base_knowledge()) {
  std::vector<std::string> domains;
  for (const DomainMention& mention : read(text, knowledge).domains) domains.push_back(mention.domain);
  return domains;
}

struct Written {
  std::string text;
  std::string domain;
};

// A knowledge of these domains and nothing else, for what the five real ones can't show.
Knowledge knowledge_of(const std::vector<std::string>& domains) {
  Knowledge knowledge;
  for (const std::string& domain : domains) knowledge.domains.add(domain, 0);
  knowledge.domains.freeze();
  knowledge.host_prefixes = {"imap", "mail", "smtp"};
  knowledge.domain_endings = {"ca", "com", "net", "org"};
  return knowledge;
}

}  // namespace

TEST_CASE("a domain of ours is found in whatever form people write it") {
  const std::vector<Written> table{
      // whole addresses
      {"marie@nplus.ca", "nplus.ca"},
      {"mon adresse est marie@nplus.ca", "nplus.ca"},
      {"MARIE@NPLUS.CA", "nplus.ca"},
      {"Marie.Tremblay@NPlus.ca", "nplus.ca"},
      {"marie.tremblay+factures@nplus.ca", "nplus.ca"},
      {"marie_tremblay@nplus.ca", "nplus.ca"},
      {"marie-eve@nplus.ca", "nplus.ca"},
      {"o'neil@nplus.ca", "nplus.ca"},
      {"100%marie@nplus.ca", "nplus.ca"},
      {"andré@nplus.ca", "nplus.ca"},
      {"info@henrietmoi.ca", "henrietmoi.ca"},
      {"info@quebecinternet.net", "quebecinternet.net"},
      {"info@gabskycom.com", "gabskycom.com"},
      {"info@ordiamicus.com", "ordiamicus.com"},
      // in words, with the ending written out
      {"mon user pour quebec internet.net", "quebecinternet.net"},
      {"imap for henri et moi.ca please", "henrietmoi.ca"},
      {"serveur pop nplusca", "nplus.ca"},
      {"imap host n plus dot ca", "nplus.ca"},
      {"y'a une adresse quebec internet, ca me prend le port", "quebecinternet.net"},
      // with signs around them
      {"<marie@nplus.ca>", "nplus.ca"},
      {"Marie Tremblay <marie@nplus.ca>", "nplus.ca"},
      {"(marie@nplus.ca)", "nplus.ca"},
      {"[marie@nplus.ca]", "nplus.ca"},
      {"\"marie@nplus.ca\"", "nplus.ca"},
      {"'marie@nplus.ca'", "nplus.ca"},
      {"« marie@nplus.ca »", "nplus.ca"},
      {"«marie@nplus.ca»", "nplus.ca"},
      {"“marie@nplus.ca”", "nplus.ca"},
      {"`nplus.ca`", "nplus.ca"},
      {"**nplus.ca**", "nplus.ca"},
      {"marie@nplus.ca.", "nplus.ca"},
      {"marie@nplus.ca...", "nplus.ca"},
      {"marie@nplus.ca…", "nplus.ca"},
      {"marie@nplus.ca,merci", "nplus.ca"},
      {"marie@nplus.ca;", "nplus.ca"},
      {"marie@nplus.ca?", "nplus.ca"},
      {"nplus.ca ?", "nplus.ca"},
      {"nplus.ca!!!", "nplus.ca"},
      {"nplus.ca:", "nplus.ca"},
      {"adresse:marie@nplus.ca", "nplus.ca"},
      {"courriel=marie@nplus.ca", "nplus.ca"},
      {"domaine:nplus.ca/imap", "nplus.ca"},
      {"nplus.ca👍", "nplus.ca"},
      {"📧marie@nplus.ca", "nplus.ca"},
      {"mailto:marie@nplus.ca", "nplus.ca"},
      {"mailto:marie@nplus.ca?subject=allo", "nplus.ca"},
      {"serveur\nnplus.ca\nmerci", "nplus.ca"},
      {"serveur\tnplus.ca", "nplus.ca"},
      {"nplus.ca\r\n", "nplus.ca"},
      // after a French apostrophe, straight or curly
      {"l'adresse d'info@nplus.ca", "nplus.ca"},
      {"réglages d’ordiamicus.com", "ordiamicus.com"},
      {"serveur d'henrietmoi.ca", "henrietmoi.ca"},
      // the domain alone
      {"nplus.ca", "nplus.ca"},
      {"@nplus.ca", "nplus.ca"},
      {"j'ai un @nplus.ca", "nplus.ca"},
      {"port imap nplus.ca", "nplus.ca"},
      {"NPLUS.CA", "nplus.ca"},
      {"QuebecInternet.Net", "quebecinternet.net"},
      {"something ending in @henrietmoi.ca", "henrietmoi.ca"},
      // as a web address or as a host
      {"www.nplus.ca", "nplus.ca"},
      {"http://nplus.ca", "nplus.ca"},
      {"https://www.nplus.ca/webmail/?a=b#c", "nplus.ca"},
      {"https://nplus.ca:2096", "nplus.ca"},
      {"nplus.ca/webmail", "nplus.ca"},
      {"imap.nplus.ca", "nplus.ca"},
      {"imap.nplus.ca:993", "nplus.ca"},
      {"smtp.quebecinternet.net:587", "quebecinternet.net"},
      {"mail.nplus.ca", "nplus.ca"},
      {"webmail.ordiamicus.com", "ordiamicus.com"},
      {"bureau.nplus.ca", "nplus.ca"},
      {"paul@bureau.nplus.ca", "nplus.ca"},
      {"imap.nplus.ca.993", "nplus.ca"},
      // without the dot
      {"chez nplus", "nplus.ca"},
      {"nplus imap", "nplus.ca"},
      {"NPlus", "nplus.ca"},
      {"gabskycom ssl?", "gabskycom.com"},
      {"ordiamicus", "ordiamicus.com"},
      {"nplus ca", "nplus.ca"},
      {"nplus point ca", "nplus.ca"},
      {"nplus dot ca", "nplus.ca"},
      {"gabskycom point com", "gabskycom.com"},
      {"nplus . ca", "nplus.ca"},
      {"nplus. ca", "nplus.ca"},
      {"nplus ,ca", "nplus.ca"},
      {"n-plus", "nplus.ca"},
      // spoken, or hidden from robots
      {"marie arobase nplus point ca", "nplus.ca"},
      {"marie at nplus dot ca", "nplus.ca"},
      {"marie (at) nplus (dot) ca", "nplus.ca"},
      {"marie[at]nplus.ca", "nplus.ca"},
      {"marie @ nplus.ca", "nplus.ca"},
      {"marie@ nplus.ca", "nplus.ca"},
      {"marie @nplus.ca", "nplus.ca"},
      {"marie@nplus", "nplus.ca"},
      {"@nplus", "nplus.ca"},
      // the name in its words, with or without accents
      {"quebec internet", "quebecinternet.net"},
      {"Québec Internet", "quebecinternet.net"},
      {"QUÉBEC-INTERNET", "quebecinternet.net"},
      {"info@québecinternet.net", "quebecinternet.net"},
      {"quebec-internet.net", "quebecinternet.net"},
      {"henriet moi", "henrietmoi.ca"},
      {"chez henri et moi", "henrietmoi.ca"},
      {"Henri-et-moi", "henrietmoi.ca"},
      {"ordi amicus", "ordiamicus.com"},
      {"gabsky com", "gabskycom.com"},
      // with a slip of the finger, or another ending
      {"marie@nplus.com", "nplus.ca"},
      {"henrietmoi.com", "henrietmoi.ca"},
      {"quebecinternet.ca", "quebecinternet.net"},
      {"quebecinternet.com", "quebecinternet.net"},
      {"quebecinternte.net", "quebecinternet.net"},
      {"quebecintrenet.net", "quebecinternet.net"},
      {"henrietmo.ca", "henrietmoi.ca"},
      {"ordiamicuss.com", "ordiamicus.com"},
      {"ordimicus.com", "ordiamicus.com"},
      {"gabskycon.com", "gabskycom.com"},
      {"gabskicom.com", "gabskycom.com"},
      {"nplsu.ca", "nplus.ca"},
  };
  for (const Written& each : table) {
    CAPTURE(each.text);
    CHECK(domains_in(each.text) == std::vector{each.domain});
  }
}

TEST_CASE("a domain that isn't ours is found as it stands, and taken for none of ours") {
  const std::vector<Written> table{
      {"jean@gmail.com", "gmail.com"},
      {"jean@hotmail.fr", "hotmail.fr"},
      {"videotron.ca", "videotron.ca"},
      {"JEAN@VIDEOTRON.CA", "videotron.ca"},
      {"imap.gmail.com", "gmail.com"},
      {"imap.gmail.com:993", "gmail.com"},
      {"imap.gmail.com.993", "gmail.com"},
      {"https://www.example.org/aide", "example.org"},
      {"info@universite.example.edu", "universite.example.edu"},
      {"paul@entreprise.quebec", "entreprise.quebec"},
      {"info@a-b.co.uk", "a-b.co.uk"},
      {"info@3m.com", "3m.com"},
      {"info@courriel.example.museum", "example.museum"},
      {"webmaster@xn--qubec-csa.example", "xn--qubec-csa.example"},
      {"nplusone.example", "nplusone.example"},
      {"nplus.ca.example.org", "nplus.ca.example.org"},
      {"internet.net", "internet.net"},
  };
  for (const Written& each : table) {
    CAPTURE(each.text);
    const auto mentions = read(each.text, base_knowledge()).domains;
    REQUIRE(mentions.size() == 1);
    CHECK(mentions.front().domain == each.domain);
    CHECK(mentions.front().candidates.empty());
    CHECK_FALSE(mentions.front().exact);
  }
}

TEST_CASE("what merely looks like an address or a domain is none") {
  const std::string long_label(64, 'a');
  const std::vector<std::string> table{
      "",
      " ",
      ".",
      "...",
      "@",
      "@@",
      "@.",
      "@ .ca",
      ".ca",
      "@.ca",
      "marie@",
      "marie@.ca",
      "a@b",
      "@marie",
      "@facteur_bot",
      "user@localhost",
      "root@serveur",
      // files
      "facture.pdf",
      "rapport-final.docx",
      "photo.jpg ne s'attache pas",
      "setup.exe",
      "outlook.exe",
      "outlook.pst",
      "archive.tar.gz",
      "readme.md",
      "imaplib.py",
      "index.html",
      "C:\\Users\\marie\\courriel.ost",
      "/etc/postfix/main.cf",
      "node.js",
      "config.yaml",
      "message.eml",
      "autoexec.bat",
      // versions, numbers, hours, amounts
      "v1.2.3",
      "1.0",
      "iOS 17.4.1",
      "macOS 10.15.7",
      "Windows 11.0",
      "Outlook 16.0.1234.5678",
      "Thunderbird 115.3",
      "192.168.1.1",
      "127.0.0.1:993",
      "::1",
      "10.0.0.0/8",
      "port 993.",
      "465.587",
      "ça coûte 3.50$",
      "10.99",
      "à 16.30",
      "5.7.26",
      "550 5.1.1",
      "2.4GHz",
      "514.555.1234",
      // abbreviations
      "p.ex.",
      "S.V.P.",
      "e.g. this",
      "i.e. that",
      "etc...",
      "a.m.",
      "U.S.A.",
      "M.Tremblay",
      "Mme.Roy",
      "St.Jean",
      "no.3",
      // sentences run together
      "Bonjour.Je cherche le serveur",
      "marche pas.comment je fais",
      "merci.bonne journée",
      "ok.merci",
      "it stopped.how do I fix it",
      "thanks.Have a nice day",
      "fini.Et pour POP",
      "bonjour...je cherche",
      "oui.non",
      "problème.Aidez moi",
      "j'ai essayé.rien",
      // longer than a label or a name may be (RFC 1035)
      long_label + ".ca",
      "marie@" + long_label + ".ca",
      long_label + "." + long_label + ".com",
      std::string(300, 'a') + ".com",
      "marie@" + std::string(4000, 'a') + ".com",
      // words that hold a name of ours, or lie near one
      "n plus un",
      "je n'en veux plus",
      "plus",
      "surplus",
      "internet au québec",
      "l'internet",
      "mon ordi a un ami",
      "moi et henri",
      "henri",
      "nplusone",
      // signs
      "?!.,;:",
      "-.-",
      "_._",
      "a..b",
      "ca.",
      "com",
      "http://",
      "https://",
      "mailto:",
      std::string("\0.\0", 3),
      "\xff.\xfe",
      "\xc3.ca",
      "👍.👍",
  };
  for (const std::string& each : table) {
    CAPTURE(each.substr(0, 80));
    CHECK(domains_in(each) == std::vector<std::string>{});
  }
}

// Ordinary words on both sides of a dot, of which the second happens to end domains too ("ca" for "ça", "it", "me").
TEST_CASE("two sentences without a space between them are no domain, even where the second begins as domains end") {
  for (const std::string text : {
           "j'ai essayé.ca marche pas",
           "mon courriel est bloqué.ca fait deux jours",
           "bonjour.ca marche pas",
           "my mail stopped.it was fine yesterday",
           "please help.me and my wife are stuck",
           "je comprends pas.me faut le port",
           "I changed my password.it still asks",
       }) {
    CAPTURE(text);
    CHECK(domains_in(text) == std::vector<std::string>{});
  }
}

TEST_CASE("several domains in a message are found in the order in which they stand") {
  using List = std::vector<std::string>;
  CHECK(domains_in("nplus.ca et henrietmoi.ca") == List{"nplus.ca", "henrietmoi.ca"});
  CHECK(domains_in("marie@nplus.ca;paul@ordiamicus.com") == List{"nplus.ca", "ordiamicus.com"});
  CHECK(domains_in("from jean@gmail.com to jean@nplus.ca") == List{"gmail.com", "nplus.ca"});
  CHECK(domains_in("nplus, ordiamicus") == List{"nplus.ca", "ordiamicus.com"});
}

TEST_CASE("our own servers' names are no domain that somebody asks for, unless their domain is ours") {
  CHECK(domains_in("imap.ionos.com") == std::vector<std::string>{});
  CHECK(domains_in("smtp.ionos.com:587") == std::vector<std::string>{});
  CHECK(domains_in("SMTPOUT.secureserver.net") == std::vector<std::string>{});
  CHECK(domains_in("smtp.nplus.ca") == std::vector<std::string>{"nplus.ca"});
}

TEST_CASE("only what is written just as the domain is counts as exact") {
  const auto exact = [](std::string_view text) {
    const auto mentions = read(text, base_knowledge()).domains;
    REQUIRE(mentions.size() == 1);
    return mentions.front().exact;
  };
  CHECK(exact("marie@nplus.ca"));
  CHECK(exact("MARIE@NPLUS.CA"));
  CHECK(exact("nplus"));
  CHECK(exact("quebec internet"));
  CHECK(exact("imap.nplus.ca"));
  CHECK_FALSE(exact("nplus.com"));
  CHECK_FALSE(exact("quebecinternte.net"));
  CHECK_FALSE(exact("marie@henrietmoi.com"));
}

TEST_CASE("a mention keeps what was typed, without the part before the @") {
  const auto written = [](std::string_view text) {
    const auto mentions = read(text, base_knowledge()).domains;
    REQUIRE(mentions.size() == 1);
    return mentions.front().written;
  };
  CHECK(written("Marie.Tremblay@HenriEtMoi.com") == "henrietmoi.com");
  CHECK(written("secret.name@videotron.ca") == "videotron.ca");
  CHECK(written("@nplus.ca") == "nplus.ca");
}

TEST_CASE("a name that two domains share, or lie equally near to, is both") {
  const Knowledge knowledge = knowledge_of({"chalet.ca", "chalet.com", "boulot.ca", "boulet.ca"});
  const auto candidates = [&](std::string_view text) {
    const auto mentions = read(text, knowledge).domains;
    REQUIRE(mentions.size() == 1);
    std::vector<std::string> names;
    for (const auto id : mentions.front().candidates) names.emplace_back(knowledge.domains.name(id));
    std::sort(names.begin(), names.end());
    return names;
  };
  using List = std::vector<std::string>;
  CHECK(candidates("marie@chalet.ca") == List{"chalet.ca"});
  CHECK(candidates("marie@chalet.com") == List{"chalet.com"});
  CHECK(candidates("marie@chalet.net") == List{"chalet.ca", "chalet.com"});
  CHECK(candidates("marie@boulat.ca") == List{"boulet.ca", "boulot.ca"});
  CHECK(candidates("marie@boulots.ca") == List{"boulot.ca"});
  CHECK(candidates("marie@montagne.ca") == List{});
}

TEST_CASE("what stands before a domain and can't be part of it is left out, but for what an address may hold") {
  for (const char* text : {"le serveur d'ordiamicus.com", "l'hôte d'ORDIAMICUS.com", "'ordiamicus.com'",
                           "chez_ordiamicus.com", "50%ordiamicus.com", "o'neil@ordiamicus.com"}) {
    INFO(text);
    const auto domains = read(text, base_knowledge()).domains;
    REQUIRE(domains.size() == 1);
    CHECK(domains.front().domain == "ordiamicus.com");
    CHECK(domains.front().exact);
  }
}

TEST_CASE("a domain below one of ours is that one, and one above it is not") {
  const Knowledge knowledge = knowledge_of({"mairie.ville.ca"});
  CHECK(domains_in("paul@mairie.ville.ca", knowledge) == std::vector<std::string>{"mairie.ville.ca"});
  CHECK(domains_in("paul@eau.mairie.ville.ca", knowledge) == std::vector<std::string>{"mairie.ville.ca"});
  CHECK(domains_in("imap.mairie.ville.ca", knowledge) == std::vector<std::string>{"mairie.ville.ca"});
  CHECK(domains_in("paul@ville.ca", knowledge) == std::vector<std::string>{"ville.ca"});
}

TEST_CASE("dotted names tell where they stand in the text as typed") {
  const std::string text = "é marie@imap.nplus.ca, 12";
  const auto names = find_dotted_names(text, base_knowledge());
  REQUIRE(names.size() == 1);
  const auto part = [&](facteur::Span span) { return text.substr(span.begin, span.end - span.begin); };
  CHECK(part(names.front().span) == "marie@imap.nplus.ca");
  CHECK(part(names.front().prefix) == "imap.");
  CHECK(names.front().name == "nplus.ca");
  CHECK(names.front().after_at);
}
