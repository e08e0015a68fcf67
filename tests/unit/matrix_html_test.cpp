#include "connectors/matrix_html.h"

#include <algorithm>

#include "tests/unit/catch.h"

namespace facteur {

TEST_CASE("Matrix's HTML has a shape for everything CommonMark says") {
  struct Example {
    std::string source;
    std::string html;
  };
  for (const auto& [source, html] : std::vector<Example>{
           {"", ""},
           {"a & b < c > \"d\"", "<p>a &amp; b &lt; c &gt; &quot;d&quot;</p>"},
           {"<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>"},
           {"**a** *b* `c`", "<p><strong>a</strong> <em>b</em> <code>c</code></p>"},
           {"## a", "<h2>a</h2>"},
           {"a  \nb", "<p>a<br>b</p>"},
           {"- a\n- b", "<ul><li>a</li><li>b</li></ul>"},
           {"- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"},
           {"1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"},
           {"9. a", "<ol start=\"9\"><li>a</li></ol>"},
           {"> a", "<blockquote><p>a</p></blockquote>"},
           {"```\n<a>\n```", "<pre><code>&lt;a&gt;</code></pre>"},
           {"---", "<hr>"},
           {"[a](https://example.org/?b&c)", "<p><a href=\"https://example.org/?b&amp;c\">a</a></p>"},
           {"[a](javascript:b)", "<p>a</p>"},
       }) {
    CAPTURE(source);
    CHECK(render_matrix(markdown::parse(source)) == html);
  }
}

TEST_CASE("a reply's table is a table in HTML, and its text stays in the plain twin") {
  Reply reply{.text = "Lead\n\n- A: b\n\nEnd"};
  reply.tables = {Table{.heads = {"x", "<y>"}, .rows = {{"1", "2"}}, .begin = 6, .end = 12}};
  const auto texts = matrix_texts(reply);
  REQUIRE(texts.size() == 1);
  CHECK(texts[0].body == "Lead\n\n- A: b\n\nEnd");
  CHECK(texts[0].html ==
        "<p>Lead</p><table><thead><tr><th>x</th><th>&lt;y&gt;</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr>"
        "</tbody></table><p>End</p>");
}

TEST_CASE("each of several tables stands in its place") {
  Reply reply{.text = "A\n\n- b\n\nC\n\n- d"};
  const Table first{.heads = {}, .rows = {{"1"}}, .begin = 2, .end = 6};
  const Table second{.heads = {}, .rows = {{"2"}}, .begin = 10, .end = 14};
  reply.tables = {first, second};
  const auto texts = matrix_texts(reply);
  REQUIRE(texts.size() == 1);
  CHECK(texts[0].body == "A\n\n- b\n\nC\n\n- d");
  CHECK(texts[0].html ==
        "<p>A</p><table><tbody><tr><td>1</td></tr></tbody></table><p>C</p><table><tbody><tr><td>2</td></tr></tbody>"
        "</table>");
}

TEST_CASE("in the plain twin, the lines around a table stay one list") {
  Reply reply{.text = "Lead\n\n- row\n- after\n\nEnd"};
  reply.tables = {Table{.heads = {"x"}, .rows = {{"row"}}, .begin = 5, .end = 11}};
  REQUIRE(reply.text.substr(5, 6) == "\n- row");
  const auto texts = matrix_texts(reply);
  REQUIRE(texts.size() == 1);
  CHECK(texts.front().body == "Lead\n\n- row\n- after\n\nEnd");
}

TEST_CASE("a long reply is parted between its blocks, and a long block between its words") {
  std::string text;
  for (int part = 0; part < 40; ++part) text += "Some words in a paragraph.\n\n";
  text += std::string(700, 'x') + " é " + std::string(700, 'y');
  std::string together;
  for (const MatrixText& each : matrix_texts({.text = text}, 500)) {
    CHECK(each.body.size() + each.html.size() <= 500);
    together += each.body;
  }
  CHECK(std::count(together.begin(), together.end(), 'x') == 700);
  CHECK(std::count(together.begin(), together.end(), 'y') == 700);
  CHECK(matrix_texts({.text = " \n"}).empty());
}

}  // namespace facteur
