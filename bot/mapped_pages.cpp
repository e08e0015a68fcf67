#include "bot/mapped_pages.h"

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace facteur {
namespace {

constexpr std::size_t largest_page = 65'536;

std::atomic<bool> kept = false;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): a handler's only way

// Calls only what a signal handler may. A page that can't even be read gives SIGBUS here, too, which ends the process.
void keep_page(int number, siginfo_t* about, void* /*context*/) {
  const int error = errno;
  const auto size = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  std::array<std::byte, largest_page> content;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled below
  auto* address = static_cast<std::byte*>(about->si_addr);
  std::byte* page = address - reinterpret_cast<std::uintptr_t>(address) % size;
  if (size <= content.size()) std::memcpy(content.data(), page, size);
  if (size > content.size() ||
      ::mmap(page, size, PROT_READ | PROT_WRITE, MAP_FIXED | MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED) {
    struct sigaction usual {};
    usual.sa_handler = SIG_DFL;
    ::sigaction(number, &usual, nullptr);
    return;
  }
  std::memcpy(page, content.data(), size);
  kept = true;
  errno = error;
}

}  // namespace

void keep_pages_that_cannot_be_written() {
  struct sigaction handler {};
  handler.sa_sigaction = keep_page;
  handler.sa_flags = SA_SIGINFO;
  ::sigaction(SIGBUS, &handler, nullptr);
}

bool pages_were_kept() { return kept.exchange(false); }

}  // namespace facteur
