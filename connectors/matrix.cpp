#include "connectors/matrix.h"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "connectors/json_fields.h"
#include "connectors/matrix_filter.h"

namespace facteur {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds poll_time{30'000};
// Beyond the time that the server waits: a sync after a long outage is much work for it.
constexpr milliseconds sync_deadline{60'000};
constexpr milliseconds first_sync_deadline{100'000};
// What a sync holds takes some 13 times its bytes in memory, and the packaged unit allows 256 MB.
constexpr std::size_t usual_sync_bytes = std::size_t{12} << 20U;
constexpr std::size_t most_sync_bytes = std::size_t{64} << 20U;  // where no smaller one can be asked for

constexpr int usual_events = 50;  // of a room, in one sync; the others come from /messages
constexpr int fewest_events = 1;
constexpr int page_events = 100;
constexpr int most_pages = 50;
// Looking back, for all gaps together: then what came is answered, before a watchdog thinks that nothing moves.
constexpr milliseconds gap_time{60'000};
constexpr milliseconds poll_may_take{140'000};

MatrixTransport own_http() {
  auto client = std::make_shared<HttpClient>();
  return [client](const HttpRequest& request, const std::stop_token& stop) { return client->perform(request, stop); };
}

// Synapse answers a sync that looks like one of the last two minutes with that one's answer (its setting
// sync_response_cache_duration), and the rooms of before a restart are not those of now. Without a token it doesn't
// wait, so any time to wait makes the request another one.
milliseconds unlike_others() {
  const auto now = std::chrono::duration_cast<milliseconds>(std::chrono::system_clock::now().time_since_epoch());
  return poll_time + now % milliseconds{1'000'000};
}

// What is one room's trouble doesn't hold up the others.
bool matters_to_all(const Verdict& verdict) { return verdict.next != Next::done && verdict.next != Next::skip; }

}  // namespace

MatrixConnector::MatrixConnector(MatrixSettings settings) : MatrixConnector(std::move(settings), own_http()) {}

MatrixConnector::MatrixConnector(MatrixSettings settings, MatrixTransport transport)
    : settings_(std::move(settings)),
      client_(settings_.access, std::move(transport)),
      housekeeping_(settings_.invitations, settings_.texts, settings_.forms) {}

Verdict MatrixConnector::start(const std::stop_token& stop) {
  Verdict verdict = client_.start(stop);
  if (verdict.next != Next::done) return verdict;
  reader_.user = client_.user();
  const MatrixOutcome profile = client_.ask(matrix_get(matrix_path("/v3/profile/{}", {reader_.user})), stop);
  if (profile.verdict.next == Next::done)
    reader_.display_name = text_field(parse_json(profile.result.body), "displayname");
  // A homeserver that can't keep it is told the filter each time.
  const MatrixOutcome filter =
      client_.ask(matrix_post(matrix_path("/v3/user/{}/filter", {reader_.user}), matrix_filter(usual_events)), stop);
  if (filter.verdict.next == Next::done) filter_ = text_field(parse_json(filter.result.body), "filter_id");
  return {};
}

std::string MatrixConnector::name() const { return reader_.user; }

MatrixOutcome MatrixConnector::sync(SyncKind kind, const std::string& cursor, const std::stop_token& stop) {
  const bool news = kind == SyncKind::news;
  milliseconds time = waits_ ? housekeeping_.until_next(poll_time) : milliseconds{0};
  if (!news) time = unlike_others();
  const bool usual = news && !small_ && !filter_.empty();
  const std::string filter = usual ? filter_ : dump_json(matrix_filter(small_ || !news ? fewest_events : usual_events));
  std::string path =
      matrix_path("/v3/sync?set_presence=offline&timeout={}&filter={}", {std::to_string(time.count()), filter});
  if (news) path += matrix_path("&since={}", {cursor});
  const MatrixClient::Limits limits{news ? time + sync_deadline : first_sync_deadline,
                                    small_ || !news ? most_sync_bytes : usual_sync_bytes};
  MatrixOutcome outcome = client_.ask(matrix_get(std::move(path)), limits, stop);
  if (outcome.verdict.next == Next::skip) outcome.verdict.next = Next::retry;
  const bool too_large = outcome.result.exchange == Exchange::oversized;
  small_ = too_large || (small_ && outcome.verdict.next != Next::done);
  waits_ = news && outcome.verdict.next == Next::done;
  return outcome;
}

Polled MatrixConnector::poll(const std::string& cursor, const std::stop_token& stop) {
  const auto polled_at = steady_clock::now();
  if (!rooms_learned_) return learn_rooms(cursor, stop);
  housekeeping_.take_up(client_, rooms_, stop);
  const MatrixOutcome outcome = sync(SyncKind::news, cursor, stop);
  if (stop.stop_requested() || outcome.verdict.next != Next::done)
    return {.verdict = outcome.verdict, .events = {}, .cursor = cursor};
  MatrixSync sync = read_matrix_sync(outcome.result.body, reader_);
  if (!sync.readable)
    return {.verdict = {.next = Next::retry, .reason = "the homeserver's sync can't be read"},
            .events = {},
            .cursor = cursor};
  look_back_until_ = std::min(steady_clock::now() + gap_time, polled_at + poll_may_take);
  return take_in(std::move(sync), cursor, stop);
}

// Nothing of it is answered: it was said before the account was served, or comes once more after the cursor.
Polled MatrixConnector::learn_rooms(const std::string& cursor, const std::stop_token& stop) {
  const MatrixOutcome outcome = sync(SyncKind::rooms, "", stop);
  if (stop.stop_requested() || outcome.verdict.next != Next::done)
    return {.verdict = outcome.verdict, .events = {}, .cursor = cursor};
  const MatrixSync sync = read_matrix_sync(outcome.result.body, reader_);
  if (!sync.readable)
    return {.verdict = {.next = Next::retry, .reason = "the homeserver's sync can't be read"},
            .events = {},
            .cursor = cursor};
  for (const MatrixRoomSync& room : sync.rooms) rooms_.change(room.room, room.change);
  keep_house(sync, stop);
  rooms_learned_ = true;
  return {.verdict = {}, .events = {}, .cursor = cursor.empty() ? sync.next : cursor};
}

void MatrixConnector::keep_house(const MatrixSync& sync, const std::stop_token& stop) {
  if (sync.direct) rooms_.set_direct(*sync.direct);
  for (const std::string& room : sync.left) {
    rooms_.forget(room);
    housekeeping_.dropped(room);
  }
  for (const MatrixInvitation& invitation : sync.invitations) housekeeping_.invited(invitation, client_, stop);
  for (const MatrixRoomSync& room : sync.rooms) {
    if (room.change.successor) housekeeping_.replaced(room.room, *room.change.successor, rooms_);
  }
  housekeeping_.leave_lonely(client_, rooms_, stop);
}

// All or nothing: where something fails that may work later, the same sync is asked for again.
Polled MatrixConnector::take_in(MatrixSync sync, const std::string& cursor, const std::stop_token& stop) {
  Polled polled{.verdict = {}, .events = {}, .cursor = sync.next};
  for (MatrixRoomSync& room : sync.rooms) {
    const bool was_known = rooms_.knows(room.room);
    rooms_.change(room.room, room.change);
    Verdict verdict = read_room(room, cursor, polled, stop);
    if (stop.stop_requested() || matters_to_all(verdict))
      return {.verdict = std::move(verdict), .events = {}, .cursor = cursor};
    if (rooms_.room(room.room).encrypted) note_encryption(room, was_known, stop);
  }
  for (const std::string& room : sync.left) {
    Event& gone = polled.events.emplace_back();
    gone.kind = EventKind::gone;
    gone.id = "gone " + room + " " + sync.next;
    gone.chat = room;
  }
  keep_house(sync, stop);
  if (sync.passed_over > 0) polled.verdict = {.reason = "events that make no sense were passed over", .is_a_bug = true};
  return polled;
}

Verdict MatrixConnector::read_room(MatrixRoomSync& room, const std::string& cursor, Polled& polled,
                                   const std::stop_token& stop) {
  Verdict verdict = fill_gap(room, cursor, stop);
  if (matters_to_all(verdict)) return verdict;
  if (!verdict.reason.empty()) polled.verdict.reason = verdict.reason;
  keep_what_we_heard(room.events);
  const MatrixRoom known = rooms_.room(room.room);
  const Place place = rooms_.place(room.room);
  const auto now = std::chrono::system_clock::now();
  for (MatrixEvent& each : room.events) {
    const bool message = each.kind == MatrixEventKind::message;
    if (!message && each.kind != MatrixEventKind::redaction) continue;
    Event& event = each.event;
    event.chat = room.room;
    event.message.place = place;
    if (message) {
      if (known.encrypted || age_of(each, now) > grace(place)) continue;
      event.said = std::chrono::floor<std::chrono::seconds>(now - age_of(each, now));
      event.from_agent = is_agent(event.sender);
      MatrixContext context = matrix_context(event.context);
      context.may_redact = known.may_redact || known.ours;
      event.context = to_text(context);
      Verdict found = find_answered(each, stop);
      if (matters_to_all(found)) return found;
    }
    polled.events.push_back(std::move(event));
  }
  return {};
}

// What a limited timeline left out, put before what it brought.
Verdict MatrixConnector::fill_gap(MatrixRoomSync& room, const std::string& cursor, const std::stop_token& stop) {
  const auto now = std::chrono::system_clock::now();
  const auto came_in = [](const MatrixEvent& event) { return event.kind == MatrixEventKind::own_join; };
  if (std::any_of(room.events.begin(), room.events.end(), came_in)) return {};
  std::vector<MatrixEvent> missing;  // the latest first
  std::string from = room.gap;
  for (int page = 0; page < most_pages && !from.empty(); ++page) {
    if (steady_clock::now() > look_back_until_) break;
    const MatrixOutcome outcome =
        client_.ask(matrix_get(matrix_path(
                        "/v3/rooms/{}/messages?dir=b&limit={}&from={}&to={}&filter={}",
                        {room.room, std::to_string(page_events), from, cursor, dump_json(matrix_history_filter())})),
                    stop);
    if (outcome.verdict.next == Next::skip) break;
    if (outcome.verdict.next != Next::done) return outcome.verdict;
    MatrixPage read = read_matrix_page(outcome.result.body, reader_);
    const MatrixGapPart part = part_of_gap(read, grace(rooms_.place(room.room)), now);
    std::move(read.events.begin(), read.events.begin() + static_cast<std::ptrdiff_t>(part.events),
              std::back_inserter(missing));
    from = part.more && read.end != from ? read.end : "";
  }
  room.events.insert(room.events.begin(), std::make_move_iterator(missing.rbegin()),
                     std::make_move_iterator(missing.rend()));
  if (from.empty()) return {};
  return {.reason = "a gap in a room's history could not be filled: a question of that time may stay unanswered"};
}

// The message that this one replies to: whether it is ours, and what it says, for an agent's command.
Verdict MatrixConnector::find_answered(MatrixEvent& each, const std::stop_token& stop) {
  Event& event = each.event;
  const bool may_be_for_us = event.message.place == Place::group && event.message.addressed == Addressed::no;
  const bool may_be_command = event.from_agent && event.message.text.starts_with('/');
  if (each.reply_to.empty() || (!may_be_for_us && !may_be_command)) return {};
  if (steady_clock::now() > look_back_until_) return {};
  const MatrixOutcome outcome =
      client_.ask(matrix_get(matrix_path("/v3/rooms/{}/event/{}", {event.chat, each.reply_to})), stop);
  if (outcome.verdict.next != Next::done) return outcome.verdict;
  const nlohmann::json answered = parse_json(outcome.result.body);
  const std::string sender = text_field(answered, "sender");
  if (sender == reader_.user) {
    event.message.addressed = Addressed::yes;
    return {};
  }
  const MatrixEvent read = read_matrix_event(answered, reader_);
  if (read.kind != MatrixEventKind::message) return {};
  event.answered = Message{read.event.message.text, event.message.place, Addressed::no};
  MatrixContext context = matrix_context(event.context);
  context.answered_sender = sender;
  event.context = to_text(context);
  return {};
}

void MatrixConnector::note_encryption(const MatrixRoomSync& room, bool was_known, const std::stop_token& stop) {
  const auto turned = std::find_if(room.events.begin(), room.events.end(),
                                   [](const MatrixEvent& event) { return event.kind == MatrixEventKind::encryption; });
  if (turned != room.events.end())
    housekeeping_.explain(room.room, turned->event.id, client_, stop);
  else if (!was_known)
    housekeeping_.leave_encrypted(room.room, client_, stop);
}

bool MatrixConnector::is_agent(const std::string& user) const {
  return std::find(settings_.agents.begin(), settings_.agents.end(), user) != settings_.agents.end();
}

std::chrono::seconds MatrixConnector::grace(Place place) const {
  return place == Place::direct ? settings_.grace.direct : settings_.grace.group;
}

std::vector<Parcel> MatrixConnector::compose(const Event& event, const Answer& answer) const {
  return compose_matrix(event, answer, settings_.forms);
}

HttpRequest MatrixConnector::request(const Parcel& parcel) const {
  return client_.request(matrix_call(parcel.payload));
}

Verdict MatrixConnector::judge(const Parcel& parcel, const HttpResult& result) const {
  return client_.judge(matrix_call(parcel.payload), result);
}

// A room keeps its id.
Parcel MatrixConnector::readdressed(Parcel parcel, const std::string& /*chat*/) const { return parcel; }

// How much a homeserver takes is its administrator's choice; it says so when it is too much.
std::optional<Budget> MatrixConnector::account_budget() const { return std::nullopt; }

std::optional<Budget> MatrixConnector::chat_budget(std::string_view chat) const {
  return chat.starts_with('!') ? std::optional(settings_.room) : std::nullopt;
}

}  // namespace facteur
