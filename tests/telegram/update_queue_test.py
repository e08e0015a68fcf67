#!/usr/bin/env python3
"""What getUpdates gives for which offset, and when: the queue and the polling, on a clock that the tests move."""

import heapq
import itertools
import sys
import unittest

import polling
from update_queue import BATCH_BYTES, UpdateQueue


class Clock:
    """As much of an event loop as Polling needs."""

    def __init__(self):
        self.now = 1000.0
        self.timers = []
        self.numbers = itertools.count()

    def time(self):
        return self.now

    def call_later(self, delay, function, *arguments):
        timer = Timer(function, arguments)
        heapq.heappush(self.timers, (self.now + delay, next(self.numbers), timer))
        return timer

    def pass_time(self, seconds):
        end = self.now + seconds
        while self.timers and self.timers[0][0] <= end:
            self.now, _, timer = heapq.heappop(self.timers)
            if not timer.cancelled:
                timer.function(*timer.arguments)
        self.now = end


class Timer:
    def __init__(self, function, arguments):
        self.function, self.arguments, self.cancelled = function, arguments, False

    def cancel(self):
        self.cancelled = True


class Queue(unittest.TestCase):
    def setUp(self):
        self.queue = UpdateQueue(101)

    def push(self, count, kind="message", now=0.0):
        for _ in range(count):
            self.queue.push({kind: {}}, now)

    def ids(self, offset=0, limit=100, now=0.0):
        return [int(data.split(b":")[1].split(b",")[0]) for data in self.queue.get(offset, limit, now)]

    def test_what_is_not_confirmed_comes_again(self):
        self.push(3)
        self.assertEqual([101, 102, 103], self.ids())
        self.assertEqual([101, 102, 103], self.ids())
        self.assertEqual({101: 2, 102: 2, 103: 2}, dict(self.queue.delivered))
        self.assertEqual([], self.queue.confirmed)

    def test_an_offset_confirms_all_below_it(self):
        self.push(3)
        self.assertEqual([103], self.ids(103))
        self.assertEqual([101, 102], self.queue.confirmed)
        self.assertEqual([], self.ids(104))
        self.assertEqual([101, 102, 103], self.queue.confirmed)

    def test_the_limit_holds(self):
        self.push(5)
        self.assertEqual([101, 102], self.ids(limit=2))

    def test_an_offset_below_the_head_starts_at_the_head(self):
        self.push(2)
        self.ids(102)
        self.assertEqual([102], self.ids(50))

    def test_an_offset_too_far_ahead_is_ignored(self):
        self.push(2)  # the tail is 103
        self.assertEqual([101, 102], self.ids(114))
        self.assertEqual([], self.queue.confirmed)
        self.assertEqual([], self.ids(113))  # ten ahead is still believed, and confirms
        self.assertEqual([101, 102], self.queue.confirmed)

    def test_ids_that_jump_backwards_are_delivered_all_the_same(self):
        self.push(1)
        self.assertEqual([], self.ids(102))
        self.queue.jump(7)
        self.push(2)
        self.assertEqual([7, 8], self.ids(102))

    def test_ids_jump_only_in_an_empty_queue(self):
        self.push(1)
        with self.assertRaises(ValueError):
            self.queue.jump(7)

    def test_a_negative_offset_keeps_the_last(self):
        self.push(5)
        self.queue.keep_last(2)
        self.assertEqual([104, 105], self.ids())

    def test_updates_expire(self):
        self.push(1, "callback_query")
        self.push(1)
        self.assertEqual([101, 102], self.ids(now=150))
        self.assertEqual([102], self.ids(now=151))
        self.assertEqual([], self.ids(now=86_401))
        self.assertEqual([101, 102], self.queue.expired)

    def test_kinds_that_were_not_asked_for_never_come(self):
        self.assertIsNone(self.queue.push({"message_reaction": {}}, 0))
        self.queue.allow(["message"])
        self.assertIsNone(self.queue.push({"inline_query": {}}, 0))
        self.queue.allow([])
        self.assertIsNotNone(self.queue.push({"inline_query": {}}, 0))
        self.assertEqual(2, self.queue.filtered)

    def test_raw_bytes_get_an_id(self):
        self.push(1)
        self.assertEqual(102, self.queue.push_raw(b'{"update_id":UPDATE_ID,"mess', 0))
        self.assertEqual(b'{"update_id":102,"mess', self.queue.get(102, 1, 0)[0])

    def test_a_batch_ends_at_four_megabytes(self):
        for _ in range(3):
            self.queue.push({"message": {"text": "x" * (BATCH_BYTES // 2)}}, 0)
        self.assertEqual(1, len(self.queue.get(0, 100, 0)))


class Polls(unittest.TestCase):
    def setUp(self):
        self.clock = Clock()
        self.queue = UpdateQueue(101)
        self.polling = polling.Polling(self.queue, self.clock, lambda: self.clock.now)
        self.answers = []

    def poll(self, name="poll", **parameters):
        return self.polling.poll(parameters, lambda updates: self.answers.append((name, updates if isinstance(updates, str) else len(updates))))

    def push(self, count=1):
        for _ in range(count):
            self.queue.push({"message": {}}, self.clock.now)
            self.polling.wake()

    def test_updates_that_wait_are_given_at_once(self):
        self.push(2)
        self.poll(timeout=50)
        self.assertEqual([("poll", 2)], self.answers)

    def test_an_empty_poll_ends_after_its_timeout_and_never_after_more_than_fifty_seconds(self):
        for timeout, expected in ((1, 1.0), (50, 50.0), (500, 50.0)):
            self.clock.pass_time(10)
            self.answers.clear()
            self.poll(timeout=timeout, offset=timeout)
            self.clock.pass_time(expected - 0.01)
            self.assertEqual([], self.answers)
            self.clock.pass_time(0.02)
            self.assertEqual([("poll", 0)], self.answers)

    def test_a_waiting_poll_is_woken_two_milliseconds_after_the_first_update(self):
        self.poll(timeout=50)
        self.push(2)
        self.assertEqual([], self.answers)
        self.clock.pass_time(0.001)
        self.push(1)
        self.clock.pass_time(0.0011)
        self.assertEqual([("poll", 3)], self.answers)

    def test_the_older_of_two_polls_is_thrown_out(self):
        self.poll("old", timeout=50)
        self.poll("new", timeout=50, offset=1)
        self.assertEqual([("old", polling.OTHER_POLLER)], self.answers)
        self.push()
        self.clock.pass_time(0.01)
        self.assertEqual(("new", 1), self.answers[-1])

    def test_the_next_conflict_is_told_three_seconds_later(self):
        for name in ("first", "second", "third"):
            self.poll(name, timeout=50)
        self.assertEqual([("first", polling.OTHER_POLLER)], self.answers)
        self.clock.pass_time(3.0)
        self.assertEqual(("second", polling.OTHER_POLLER), self.answers[-1])

    def test_a_webhook_is_a_conflict(self):
        self.polling.webhook_url = "https://example.org/"
        self.poll()
        self.assertEqual([("poll", polling.WEBHOOK)], self.answers)

    def test_the_same_offset_at_once_gets_one_update_a_time(self):
        self.push(3)
        self.poll(offset=101)
        self.poll(offset=101)
        self.clock.pass_time(0.5)
        self.poll(offset=101)
        self.assertEqual([("poll", 3), ("poll", 1), ("poll", 3)], self.answers)

    def test_that_can_be_switched_off(self):
        self.polling.same_offset_penalty = False
        self.push(3)
        self.poll(offset=101)
        self.poll(offset=101)
        self.assertEqual([("poll", 3), ("poll", 3)], self.answers)

    def test_the_same_offset_with_nothing_to_get_waits_three_seconds(self):
        self.poll(offset=101)
        self.poll(offset=101)
        self.assertEqual([("poll", 0)], self.answers)
        self.clock.pass_time(3.0)
        self.assertEqual([("poll", 0)] * 2, self.answers)

    def test_a_limit_beyond_the_bounds_is_brought_within(self):
        self.push(101)
        self.poll(limit=0)
        self.poll(limit=1000, offset=1)
        self.assertEqual([("poll", 1), ("poll", 100)], self.answers)

    def test_the_kinds_asked_for_stay_until_others_are(self):
        self.poll(allowed_updates=["message"])
        self.poll(offset=1)
        self.assertEqual({"message"}, self.queue.allowed)

    def test_a_client_that_hung_up_is_forgotten(self):
        self.polling.leave(self.poll("gone", timeout=50))
        self.poll("new", timeout=50, offset=1)
        self.assertEqual([], self.answers)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
