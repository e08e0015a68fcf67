#!/usr/bin/env python3
"""What the README promises of teaching Facteur: a domain is one line, a provider, concept, guide, problem or language is one new file.

    python3 teaching_test.py path/to/facteur
"""

import os
import tempfile
import unittest

from facteur_runs import SOURCES, Checked, ask, copy_of_the_knowledge, main, read, write

SPANISH = os.path.join(SOURCES, "tests", "fixtures", "languages", "es.toml")
OLD_QUESTIONS = [
    "c'est quoi IMAP ?", "what is IMAP?", "IMAP ou POP ?", "IMAP or POP?", "quel est le port sortant de nplus.ca ?",
    "which outgoing port for nplus.ca?", "réglages pour marie@gabskycom.com svp", "settings for marie@gabskycom.com please",
    "je reçois mais je ne peux pas envoyer", "I receive mail but can't send any", "comment configurer Outlook ?",
    "how do I set up Outlook?", "bonjour", "hello", "merci beaucoup", "thanks a lot", "imap", "nplus.ca", "il fait beau", "no problem",
]

CONCEPT = """
source = "RFC 5321"
patterns = ["enveloppe", "envelope"]

[fr]
title = "l'enveloppe"
text = "**L'enveloppe dit aux serveurs à qui remettre un courriel**, quoi qu'en disent ses en-têtes."
examples = ["c'est quoi l'enveloppe d'un courriel ?"]

[en]
title = "the envelope"
text = "**The envelope tells servers whom a message goes to**, whatever its headers say."
examples = ["what is the envelope of an email?"]
"""

GUIDE = """
source = "https://example.org/mutt"
client = "other"
keywords = ["mutt"]

[fr]
title = "Configurer Mutt"
text = "1. Ouvrez `~/.muttrc`, puis recopiez les réglages ci-dessous."
links = [ { title = "Mutt", url = "https://example.org/mutt" } ]
examples = ["comment configurer mutt ?"]

[en]
title = "Set up Mutt"
text = "1. Open `~/.muttrc`, then copy in the settings below."
examples = ["how do I set up mutt?"]
"""

PROBLEM = """
source = "https://example.org/winmail"
telling = true
patterns = ['winmail(?: dat)?']

[fr]
title = "Des pièces jointes winmail.dat"
first = "Demandez à l'expéditeur d'écrire **en HTML ou en texte brut**."
text = "C'est son Outlook qui enveloppe ainsi ses pièces jointes."
examples = ["je reçois des winmail.dat"]

[en]
title = "Attachments called winmail.dat"
first = "Ask the sender to write **in HTML or plain text**."
text = "It's their Outlook that wraps attachments like this."
examples = ["I keep getting winmail.dat"]
"""

PROVIDER = """
name = "Exemple"
domains = ["exemple.quebec", "courriel.exemple"]
source = "https://exemple.quebec/courriel"

[imap]
incoming = { host = "imap.exemple.quebec", port = 993, security = "tls" }
outgoing = { host = "smtp.exemple.quebec", port = 465, security = "tls" }
"""


class Teaching(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.knowledge = copy_of_the_knowledge(folder.name)
        self.before = self.complaints()

    def complaints(self):
        checked = Checked(self.knowledge)
        self.assertEqual(checked.status, 0, checked.text)
        return checked.lines

    def add(self, name, text):
        path = os.path.join(self.knowledge, name)
        self.assertFalse(os.path.exists(path))
        write(path, text)

    def ask(self, *questions):
        return ask(questions, self.knowledge)

    def test_a_domain_is_one_line(self):
        path = os.path.join(self.knowledge, "providers", "nplus.toml")
        text = read(path)
        self.assertIn('domains = ["nplus.ca"]\n', text)
        write(path, text.replace('domains = ["nplus.ca"]\n', 'domains = ["nplus.ca", "boulangerie-cote.quebec"]\n'))
        self.assertEqual(self.complaints(), self.before)
        french, english, old, misspelt = self.ask("quel est le serveur entrant pour marie@boulangerie-cote.quebec ?", "outgoing port for boulangerie-cote.quebec?",
                                                  "quel est le serveur entrant pour nplus.ca ?", "serveur sortant de boulangerie-cotte.quebec ?")
        self.assertEqual((french["domain"], english["domain"], old["domain"]), ("boulangerie-cote.quebec", "boulangerie-cote.quebec", "nplus.ca"))
        self.assertIn("mail.nplus.ca", french["reply"])
        self.assertIn("465", english["reply"].splitlines()[0])
        self.assertEqual(misspelt["domain"], "boulangerie-cote.quebec")

    def test_a_provider_is_one_file(self):
        self.add("providers/exemple.toml", PROVIDER)
        self.assertEqual(self.complaints(), self.before)
        incoming, other, pop = self.ask("serveur entrant de marie@exemple.quebec ?", "which outgoing port for courriel.exemple?", "réglages POP pour exemple.quebec ?")
        self.assertIn("`imap.exemple.quebec`", incoming["reply"].splitlines()[0])
        self.assertIn("465", other["reply"].splitlines()[0])
        self.assertNotIn("imap.exemple", pop["reply"].splitlines()[0])

    def test_a_concept_a_guide_and_a_problem_are_one_file_each(self):
        self.add("concepts/envelope.toml", CONCEPT)
        self.add("guides/mutt.toml", GUIDE)
        self.add("problems/winmail.toml", PROBLEM)
        self.assertEqual(self.complaints(), self.before)
        for question, intent, text in (
                ("c'est quoi l'enveloppe d'un courriel ?", "explain", "L'enveloppe dit aux serveurs"),
                ("what is the envelope of an email?", "explain", "The envelope tells servers"),
                ("comment configurer mutt ?", "guide", "Ouvrez `~/.muttrc`"),
                ("how do I set up mut for nplus.ca?", "guide", "Open `~/.muttrc`"),
                ("je reçois des winmail.dat", "troubleshoot", "Demandez à l'expéditeur"),
                ("I keep getting winmail.dat", "troubleshoot", "Ask the sender")):
            with self.subTest(question):
                (answer,) = self.ask(question)
                self.assertEqual(answer["intent"], intent)
                self.assertIn(text, answer["reply"])
        self.assertEqual(self.ask("how do I set up mutt?")[0]["client"], "other")
        self.assertEqual(self.ask("je reçois des winmail.dat")[0]["problem"], "winmail")

    def test_a_language_is_one_file(self):
        old = ask(OLD_QUESTIONS)
        self.add("languages/es.toml", read(SPANISH))
        for line in self.complaints():
            if line not in self.before:
                self.assertEqual(line["severity"], "warning")
                self.assertRegex(line["message"], r"in es;|patterns for the cue")  # what has no words in it yet
        for question, intent, text in (
                ("¿qué es IMAP?", "explain", "IMAP deja sus correos en el servidor"),
                ("que es imap", "explain", "IMAP deja sus correos en el servidor"),
                ("¿cuál es el servidor saliente de nplus.ca?", "settings", "Servidor saliente (SMTP) de nplus.ca: **`smtp.nplus.ca`**"),
                ("¿cuál es el puerto entrante POP de maria@henrietmoi.ca?", "settings", "Puerto entrante (POP) de henrietmoi.ca: **995**"),
                ("ajustes de gabskycom.com por favor", "settings", "- Servidor entrante (IMAP): `imap.secureserver.net`, puerto 993, SSL/TLS"),
                ("¿cuál es el puerto saliente?", "settings", "¿Para qué dirección, o qué dominio?"),
                ("servidor entrante de example.net", "settings", "**example.net** no es uno de nuestros dominios"),
                ("¿IMAP o POP?", "compare", "Elija IMAP"),
                ("hola", "greet", "¡Hola!"),
                ("muchas gracias", "thanks", "¡De nada!")):
            with self.subTest(question):
                (answer,) = self.ask(question)
                self.assertEqual((answer["language"], answer["intent"]), ("es", intent))
                self.assertIn(text, answer["reply"])
        for question, before, after in zip(OLD_QUESTIONS, old, self.ask(*OLD_QUESTIONS)):
            with self.subTest(question):
                self.assertEqual(after, before)


if __name__ == "__main__":
    main(__doc__)
