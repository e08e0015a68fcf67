// The messages that the benchmarks are run on: those of tests/corpus of a usual length, and new ones made of their
// words.
#pragma once

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace facteur::benchmarks {

// In characters, not bytes.
inline bool has_usual_length(std::string_view text) {
  std::size_t characters = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80) ++characters;
  }
  return characters >= 60 && characters <= 100;
}

inline std::vector<std::string> corpus_texts(const std::string& name) {
  std::ifstream file(FACTEUR_SOURCE_DIR "/tests/corpus/" + name);
  if (!file) throw std::runtime_error("tests/corpus/" + name + " cannot be read");
  std::vector<std::string> texts;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) texts.push_back(nlohmann::json::parse(line).at("text").get<std::string>());
  }
  return texts;
}

inline std::vector<std::string> usual_length_only(std::vector<std::string> texts) {
  std::erase_if(texts, [](const std::string& text) { return !has_usual_length(text); });
  return texts;
}

// What customers ask, in both languages.
inline std::vector<std::string> questions() {
  std::vector<std::string> texts = corpus_texts("questions.fr.jsonl");
  for (std::string& text : corpus_texts("questions.en.jsonl")) texts.push_back(std::move(text));
  return usual_length_only(std::move(texts));
}

// What people say in a group that is none of Facteur's business.
inline std::vector<std::string> chatter() { return usual_length_only(corpus_texts("other.jsonl")); }

// Messages that nobody wrote before: questions in which some words have become others of the corpus, some are misspelt,
// and every address is another person's. Always the same ones, in the same order; none comes twice.
class FreshMessages {
 public:
  FreshMessages() : questions_(questions()) {
    for (const char* name : {"questions.fr.jsonl", "questions.en.jsonl", "other.jsonl"}) {
      for (const std::string& text : corpus_texts(name)) {
        for (std::string& word : words_of(text)) vocabulary_.push_back(std::move(word));
      }
    }
  }

  std::vector<std::string> take(std::size_t count) {
    std::vector<std::string> messages;
    while (messages.size() < count) {
      std::string message = varied(questions_[below(questions_.size())]);
      if (has_usual_length(message) && seen_.insert(message).second) messages.push_back(std::move(message));
    }
    return messages;
  }

 private:
  static std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
      if (c == ' ')
        words.emplace_back();
      else
        words.back() += c;
    }
    return words;
  }

  std::size_t below(std::size_t limit) { return random_() % limit; }

  std::string varied(const std::string& question) {
    std::string message;
    for (std::string& word : words_of(question)) {
      if (!message.empty()) message += ' ';
      const std::size_t at = word.find('@');
      if (at != std::string::npos)
        message += "client" + std::to_string(below(1'000'000)) + word.substr(at);
      else if (below(8) == 0)
        message += vocabulary_[below(vocabulary_.size())];
      else
        message += below(16) == 0 ? misspelt(std::move(word)) : word;
    }
    return message;
  }

  // Only between ASCII letters, so that the text stays UTF-8.
  std::string misspelt(std::string word) {
    if (word.size() < 4 || std::any_of(word.begin(), word.end(), [](char c) { return c < 'a' || c > 'z'; }))
      return word;
    const std::size_t at = 1 + below(word.size() - 2);
    switch (below(3)) {
      case 0:
        std::swap(word[at], word[at - 1]);
        break;
      case 1:
        word.erase(at, 1);
        break;
      default:
        word.insert(at, 1, static_cast<char>('a' + below(26)));
        break;
    }
    return word;
  }

  std::vector<std::string> questions_;
  std::vector<std::string> vocabulary_;
  std::unordered_set<std::string> seen_;
  std::mt19937 random_{20261123};
};

}  // namespace facteur::benchmarks
