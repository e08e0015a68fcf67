// A reply with a real table, as the HTML of a rich message (https://core.telegram.org/bots/api#inputrichmessage, Bot
// API 10.1). Unlike a plain message's HTML it has blocks: p, h1 to h6, ul, ol, pre, blockquote, hr, table.
#pragma once

#include <string>

#include "connectors/message.h"

namespace facteur {

// REQUIRES: the bytes of its tables lie within the text.
std::string telegram_rich_html(const Reply& reply);

}  // namespace facteur
