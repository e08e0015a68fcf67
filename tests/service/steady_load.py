"""What the soaks share: a load at a steady rate, the program's memory meanwhile, and whether that settles."""

import statistics
import sys
import time

SAMPLED_EVERY = 5.0  # seconds
MAY_GROW = 1.10  # the last third's memory, over the second third's
# A sanitizer keeps what was freed for a while, which is its memory and not the program's.
ENVIRONMENT = ["env", "ASAN_OPTIONS=quarantine_size_mb=8:thread_local_quarantine_size_kb=64"]


def run(service, minutes, a_second, push, progress):
    """`push(number)` sends one message, `a_second` times a second; `progress()` says in words how far it is. Gives the samples
    of memory, in megabytes."""
    samples, pushed = [], 0
    began = sampled = time.monotonic()
    while time.monotonic() < began + minutes * 60:
        push(pushed)
        pushed += 1
        if time.monotonic() > sampled + SAMPLED_EVERY:
            sampled = time.monotonic()
            if not service.running():
                sys.exit(f"it ended after {sampled - began:.0f} s:\n{service.log()[-5000:]}")
            samples.append(service.megabytes())
            print(f"{sampled - began:6.0f} s  {pushed:7} sent  {progress()}  {samples[-1]:7.1f} MB", flush=True)
        time.sleep(max(0.0, began + pushed / a_second - time.monotonic()))
    return samples


def settled(samples):
    third = len(samples) // 3
    second, last = (statistics.median(part) for part in (samples[third : 2 * third], samples[2 * third :]))
    print(f"memory: second third {second:.1f} MB, last third {last:.1f} MB")
    return last <= second * MAY_GROW
