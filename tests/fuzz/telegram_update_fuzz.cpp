// Any bytes as what getUpdates brings, and as the context that a stored event keeps.
#include <cstdint>
#include <string_view>

#include "connectors/telegram_requests.h"
#include "connectors/telegram_update.h"
#include "tests/fuzz/promises.h"

using facteur::fuzz::hold;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view body(reinterpret_cast<const char*>(data), size);
  const facteur::TelegramReader reader{5, "facteur_bot", {77}};
  const facteur::TelegramBatch batch = facteur::read_updates(body, reader);
  hold(batch.events.size() + batch.passed_over <= batch.updates, "an update gives one event at most");
  hold(batch.readable || batch.events.empty(), "what can't be read gives none");
  for (const facteur::Event& event : batch.events) {
    hold(!event.id.empty() && !event.chat.empty(), "an event has an id and a chat");
    const auto context = facteur::telegram_context(event.context);
    hold(facteur::to_text(context) == event.context, "a context is read as it was written");
    const facteur::Answer answer{.reply = facteur::Reply{.text = event.message.text}, .erase_question = true};
    for (const facteur::Parcel& parcel : facteur::compose_telegram(event, answer, {.rich = true, .ephemeral = true}))
      hold(!parcel.key.empty() && parcel.event == event.id, "a parcel belongs to its event");
  }
  facteur::find_update_id(body);
  facteur::telegram_context(body);
  return 0;
}
