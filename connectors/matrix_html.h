// A reply as Matrix's HTML and its plain twin (client-server API v1.19, section 13.2.1.7, org.matrix.custom.html).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "connectors/markdown.h"
#include "connectors/message.h"

namespace facteur {

// A Renderer (connectors/renderer.h) into the tags that the specification calls safe: p h1–h6 strong em code pre
// blockquote ol ul li a br hr, each closed in order; the entities &lt; &gt; &amp; &quot;.
std::string render_matrix(const markdown::Document& document);

// What one event says: `body` for clients without HTML and for notifications, `html` the same with its shape; empty
// where it could only be sent plain.
struct MatrixText {
  std::string body;
  std::string html;
  bool operator==(const MatrixText&) const = default;
};

// An event is at most 65,536 bytes with its signatures (section 11.2.2); JSON escapes at most double what we write.
inline constexpr std::size_t most_matrix_bytes = std::size_t{24} * 1024;

// The reply in as few events as hold it, body and HTML together at most `most_bytes` in each, parted between blocks,
// else between lines, words or characters. Its tables are tables. None is blank. REQUIRES: most_bytes of 8.
std::vector<MatrixText> matrix_texts(const Reply& reply, std::size_t most_bytes = most_matrix_bytes);

}  // namespace facteur
