#!/usr/bin/env python3
"""Every fact of the firm's page on e-mail set-up, typed from the page, is what customers are told, in French and in English.

    python3 facts_test.py path/to/facteur

The tables here are no copy of the knowledge's files and mustn't become one: where the page changes, both are edited.
"""

import os
import re
import tempfile
import unittest

from facteur_runs import Checked, ask, copy_of_the_knowledge, main, read, write

# What the page says of each domain, in its order. It prints map.secureserver.net as gabskycom.com's incoming IMAP server: no such
# name exists, so the one that was meant stands here, and the tests below hold that the printed one is never given out.
TABLE = """
  domain              protocol  direction  host                      port  encryption

  henrietmoi.ca       IMAP      incoming   imap.ionos.com             993  SSL
  henrietmoi.ca       IMAP      outgoing   smtp.ionos.com             587  STARTTLS
  henrietmoi.ca       POP       incoming   pop.ionos.com              995  SSL
  henrietmoi.ca       POP       outgoing   smtp.ionos.com             587  STARTTLS

  quebecinternet.net  IMAP      incoming   imap.ionos.com             993  SSL
  quebecinternet.net  IMAP      outgoing   smtp.ionos.com             587  STARTTLS
  quebecinternet.net  POP       incoming   pop.ionos.com              995  SSL
  quebecinternet.net  POP       outgoing   smtp.ionos.com             587  STARTTLS

  ordiamicus.com      IMAP      incoming   imap.ionos.com             993  SSL
  ordiamicus.com      IMAP      outgoing   smtp.ionos.com             587  STARTTLS
  ordiamicus.com      POP       incoming   pop.ionos.com              995  SSL
  ordiamicus.com      POP       outgoing   smtp.ionos.com             587  STARTTLS

  gabskycom.com       IMAP      incoming   imap.secureserver.net      993  SSL
  gabskycom.com       IMAP      outgoing   smtpout.secureserver.net   465  SSL/TLS
  gabskycom.com       POP       incoming   pop.secureserver.net       995  SSL
  gabskycom.com       POP       outgoing   smtpout.secureserver.net   587  STARTTLS

  nplus.ca            IMAP      incoming   mail.nplus.ca              993  SSL
  nplus.ca            IMAP      outgoing   smtp.nplus.ca              465  SSL/TLS
  nplus.ca            POP       incoming   pop.nplus.ca               995  SSL
  nplus.ca            POP       outgoing   smtp.nplus.ca              465  SSL/TLS
"""
FACTS = [dict(zip(("domain", "protocol", "direction", "host", "port", "security"), line.split()))
         for line in TABLE.splitlines() if line.strip()][1:]
DOMAINS = list(dict.fromkeys(fact["domain"] for fact in FACTS))

# "SSL" and "SSL/TLS" are one thing; the answers name it as mail programs do.
SHOWN_SECURITY = {"SSL": "SSL/TLS", "SSL/TLS": "SSL/TLS", "STARTTLS": "STARTTLS"}

# The page says it of this domain alone ("Authentification : Normal Password"); of the others, nothing may be said.
AUTHENTICATION = {"nplus.ca": {"fr": "Normal Password", "en": "normal password"}}

QUESTIONS = {
    "fr": {
        ("host", "incoming"): "quel est le serveur entrant {protocol} pour marie@{domain} ?",
        ("host", "outgoing"): "c'est quoi le serveur sortant pour {domain} en {protocol} ?",
        ("port", "incoming"): "quel est le port entrant {protocol} pour {domain} ?",
        ("port", "outgoing"): "je suis en {protocol}, quel port sortant pour marie@{domain} ?",
        ("security", "incoming"): "quel chiffrement pour le serveur entrant {protocol} de {domain} ?",
        ("security", "outgoing"): "quel chiffrement pour le serveur sortant de {domain} en {protocol} ?",
        "settings": "quels sont les réglages {protocol} pour marie@{domain} ?",
        "authentication": "quelle authentification pour {domain} en {protocol} ?",
    },
    "en": {
        ("host", "incoming"): "what is the incoming {protocol} server for marie@{domain}?",
        ("host", "outgoing"): "what's the outgoing server for {domain} with {protocol}?",
        ("port", "incoming"): "what is the incoming {protocol} port for {domain}?",
        ("port", "outgoing"): "I use {protocol}, which outgoing port for marie@{domain}?",
        ("security", "incoming"): "which encryption for the incoming {protocol} server of {domain}?",
        ("security", "outgoing"): "which encryption for the outgoing server of {domain} with {protocol}?",
        "settings": "what are the {protocol} settings for marie@{domain}?",
        "authentication": "which authentication for {domain} with {protocol}?",
    },
}

# What the page states, as the answer to each question has to state it: one pattern a statement.
IMAP = {
    "fr": {
        "it is like the cloud": r"cloud|infonuagique",
        "all devices are in step": r"synchronise tous vos appareils",
        "what is deleted or changed on one changes on the others": r"(?:classez|modifiez) ou supprimez sur l'un change aussi sur les autres",
        "the others must be set up with IMAP too": r"pourvu qu'ils soient eux aussi configurés en IMAP",
    },
    "en": {
        "it is like the cloud": r"like cloud storage",
        "all devices are in step": r"in step on all your devices",
        "what is deleted or changed on one changes on the others": r"move or delete a message on one and you'll see the change on the others",
        "the others must be set up with IMAP too": r"as long as they are set up with IMAP too",
    },
}
POP = {
    "fr": {
        "it is more independent": r"plus indépendant",
        "mail is downloaded to a device": r"télécharge vos courriels sur un appareil",
        "by default it is then erased from the server": r"de base, les efface ensuite du serveur",
        "the other devices can't reach it any more": r"n'est plus accessible ailleurs",
        "nothing is kept, saved or in step online": r"rien n'est conservé, sauvegardé ni synchronisé en ligne",
        "for most users it is a drawback": r"pour la plupart des gens, c'est surtout un inconvénient",
    },
    "en": {
        "it is more independent": r"more independent",
        "mail is downloaded to a device": r"downloads your mail to one device",
        "by default it is then erased from the server": r"by default, then removes it from the server",
        "the other devices can't reach it any more": r"your other devices can't get it",
        "nothing is kept, saved or in step online": r"nothing is kept, backed up or synced online",
        "for most users it is a drawback": r"for most people that is more trouble than help",
    },
}
CHOICE = {
    "fr": {
        "IMAP is advised": r"\*\*Prenez IMAP",
        "with IMAP mail stays on the server": r"IMAP\*\* : les courriels restent sur le serveur",
        "with IMAP devices are in step, deletions included": r"tous vos appareils réglés en IMAP montrent la même chose, suppressions comprises",
        "with POP one device has the mail": r"POP\*\* : un seul appareil reçoit le courriel",
        "with POP it is erased from the server by default": r"de base, effacé du serveur",
        "with POP nothing stays online": r"Rien ne reste en ligne",
        "POP is a drawback for most users": r"POP plutôt gênant pour la plupart des utilisateurs",
    },
    "en": {
        "IMAP is advised": r"\*\*Choose IMAP",
        "with IMAP mail stays on the server": r"IMAP\*\*: mail stays on the server",
        "with IMAP devices are in step, deletions included": r"every device set up with IMAP shows the same thing, deletions included",
        "with POP one device has the mail": r"POP\*\*: one device takes the message",
        "with POP it is erased from the server by default": r"by default, the server's copy is erased",
        "with POP nothing stays online": r"Nothing stays online",
        "POP is a drawback for most users": r"POP more of a drawback for most users",
    },
}
EXPLANATIONS = [
    ("c'est quoi IMAP ?", "explain", IMAP["fr"]),
    ("what is IMAP?", "explain", IMAP["en"]),
    ("c'est quoi POP ?", "explain", POP["fr"]),
    ("what is POP?", "explain", POP["en"]),
    ("c'est quoi la différence entre IMAP et POP ?", "compare", CHOICE["fr"]),
    ("what's the difference between IMAP and POP?", "compare", CHOICE["en"]),
    ("IMAP ou POP ?", "compare", CHOICE["fr"]),
    ("IMAP or POP?", "compare", CHOICE["en"]),
    ("pourquoi choisir IMAP plutôt que POP ?", "compare", CHOICE["fr"]),
    ("why choose IMAP rather than POP?", "compare", CHOICE["en"]),
]

# The page's two links. Both lead to French pages, so English answers may offer another.
DIFFERENCES = "https://www.culture-informatique.net/cest-quoi-un-serveur-pop-ou-imap/"
OUTLOOK = "https://support.office.com/fr-fr/article/ajouter-un-compte-de-courrier-dans-outlook-6e27792a-9267-4aa4-8bb6-c84ef146101b"
LINKS = [
    ("c'est quoi la différence entre IMAP et POP ?", DIFFERENCES),
    ("c'est quoi IMAP ?", DIFFERENCES),
    ("c'est quoi POP ?", DIFFERENCES),
    ("quels sont les réglages pour nplus.ca ?", DIFFERENCES),
    ("comment je configure Outlook ?", OUTLOOK),
    ("comment configurer marie@nplus.ca dans Outlook sur mon PC ?", OUTLOOK),
    ("comment configurer Outlook sur mon Mac ?", OUTLOOK),
    ("comment configurer Outlook sur mon cellulaire ?", OUTLOOK),
]
ENGLISH_WITH_LINKS = ["what's the difference between IMAP and POP?", "what is IMAP?", "what is POP?", "how do I set up Outlook?"]

PRINTED = re.compile(r"(?<![a-z0-9.-])map\.secureserver\.net")


def lead(reply):
    return reply.splitlines()[0]


class Settings(unittest.TestCase):
    def test_the_table_is_whole(self):
        self.assertEqual(len(FACTS), 5 * 2 * 2)
        self.assertEqual({tuple(fact) for fact in FACTS}, {("domain", "protocol", "direction", "host", "port", "security")})

    def test_asking_for_one_fact_leads_with_it_and_nothing_else(self):
        for language, questions in QUESTIONS.items():
            cases = [(fact, field) for fact in FACTS for field in ("host", "port", "security")]
            asked = [questions[field, fact["direction"]].format(**fact) for fact, field in cases]
            for (fact, field), question, answer in zip(cases, asked, ask(asked)):
                with self.subTest(question):
                    expected = {"language": language, "intent": "settings", "domain": fact["domain"], "protocol": fact["protocol"].lower(),
                                "direction": fact["direction"], "field": field, "replied": True}
                    self.assertEqual({key: answer[key] for key in expected}, expected)
                    value = SHOWN_SECURITY.get(fact[field], fact[field])
                    self.assertRegex(lead(answer["reply"]), rf"\*\*`?{re.escape(value)}`?\*\*$")
                    self.assertEqual(lead(answer["reply"]).count("**"), 2)

    def test_asking_for_the_settings_gives_every_value_of_the_protocol_and_none_of_the_other(self):
        for language, questions in QUESTIONS.items():
            cases = [(domain, protocol) for domain in DOMAINS for protocol in ("IMAP", "POP")]
            asked = [questions["settings"].format(domain=domain, protocol=protocol) for domain, protocol in cases]
            for (domain, protocol), question, answer in zip(cases, asked, ask(asked)):
                with self.subTest(question):
                    self.assertEqual((answer["language"], answer["intent"], answer["domain"], answer["protocol"], answer["field"]),
                                     (language, "settings", domain, protocol.lower(), None))
                    given = re.findall(r"`([^`]+)`, port (\d+), (\S+)", answer["reply"])
                    self.assertEqual(given, [(fact["host"], fact["port"], SHOWN_SECURITY[fact["security"]]) for fact in FACTS
                                             if (fact["domain"], fact["protocol"]) == (domain, protocol)])
                    self.assertEqual("uthenti" in answer["reply"], domain in AUTHENTICATION)
                    if domain in AUTHENTICATION:
                        self.assertIn(AUTHENTICATION[domain][language], answer["reply"])

    def test_the_settings_are_imap_s_where_no_protocol_is_named(self):
        asked = [f"quels sont les réglages pour marie@{domain} ?" for domain in DOMAINS] + [f"settings for {domain}?" for domain in DOMAINS]
        for domain, question, answer in zip(DOMAINS * 2, asked, ask(asked)):
            with self.subTest(question):
                for fact in FACTS:
                    if (fact["domain"], fact["protocol"]) == (domain, "IMAP"):
                        self.assertIn(f"`{fact['host']}`, port {fact['port']}, {SHOWN_SECURITY[fact['security']]}", answer["reply"])

    def test_the_authentication_is_told_where_the_page_tells_it_and_nowhere_else(self):
        for language, questions in QUESTIONS.items():
            cases = [(domain, protocol) for domain in DOMAINS for protocol in ("IMAP", "POP")]
            asked = [questions["authentication"].format(domain=domain, protocol=protocol) for domain, protocol in cases]
            for (domain, _), question, answer in zip(cases, asked, ask(asked)):
                with self.subTest(question):
                    self.assertEqual((answer["intent"], answer["domain"], answer["field"]), ("settings", domain, "authentication"))
                    if domain in AUTHENTICATION:
                        self.assertRegex(lead(answer["reply"]), rf"\*\*.*{AUTHENTICATION[domain][language]}.*\*\*$")
                    else:
                        self.assertNotIn("**", lead(answer["reply"]))
                        self.assertRegex(lead(answer["reply"]), r"publié|published")


class Explanations(unittest.TestCase):
    def test_each_states_every_statement_of_the_page(self):
        for (question, intent, statements), answer in zip(EXPLANATIONS, ask([question for question, _, _ in EXPLANATIONS])):
            self.assertEqual(answer["intent"], intent, question)
            for statement, pattern in statements.items():
                with self.subTest(question, statement=statement):
                    self.assertRegex(answer["reply"], pattern)

    def test_the_links_of_the_page_are_given_in_french(self):
        for (question, link), answer in zip(LINKS, ask([question for question, _ in LINKS])):
            with self.subTest(question):
                self.assertIn(link, answer["links"])
                self.assertIn(link, answer["reply"])
                self.assertEqual(answer["links"][0], link)

    def test_english_answers_have_a_link_for_the_same(self):
        for question, answer in zip(ENGLISH_WITH_LINKS, ask(ENGLISH_WITH_LINKS)):
            with self.subTest(question):
                self.assertEqual(answer["language"], "en")
                self.assertTrue(answer["links"])
                for link in answer["links"]:
                    self.assertTrue(link.startswith("https://"))
                    self.assertIn(link, answer["reply"])


class TheServerThatDoesNotExist(unittest.TestCase):
    def test_no_reply_names_it(self):
        asked = [question.format(domain=domain, protocol=protocol)
                 for questions in QUESTIONS.values() for question in questions.values() for domain in DOMAINS for protocol in ("IMAP", "POP")]
        asked += [question for question, _, _ in EXPLANATIONS] + [question for question, _ in LINKS] + ENGLISH_WITH_LINKS
        for question, answer in zip(asked, ask(asked)):
            self.assertIsNone(PRINTED.search(answer["reply"]), question)

    def test_a_check_would_find_it_in_the_knowledge(self):
        with tempfile.TemporaryDirectory() as folder:
            knowledge = copy_of_the_knowledge(folder)
            path = os.path.join(knowledge, "providers", "godaddy.toml")
            text = read(path)
            self.assertEqual(text.count('"imap.secureserver.net"'), 1)
            write(path, text.replace('"imap.secureserver.net"', '"map.secureserver.net"'))
            line = 1 + text[:text.index('"imap.secureserver.net"')].count("\n")
            checked = Checked(knowledge)
            found = checked.find("warning", f"providers/godaddy.toml:{line}", "`map.secureserver.net`", "`imap.secureserver.net`")
            self.assertEqual((checked.status, len(found)), (0, 1), checked.text)


if __name__ == "__main__":
    main(__doc__)
