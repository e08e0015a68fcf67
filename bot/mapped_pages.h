// What becomes of memory that stands for a file when that file can't be written any more.
//
// SQLite keeps the index of its write-ahead log in a file that it maps into memory (sqlite.org/walformat.html, 2). When
// the kernel makes the file system read-only under it, as ext4 does after a disk's error, a write to a page there isn't
// refused with an error: the process gets SIGBUS, and would die of it.
#pragma once

namespace facteur {

// From here on such a page becomes the process's own, with what it holds, and the write succeeds there. What then goes
// to the files themselves is refused with an error, as it should be.
void keep_pages_that_cannot_be_written();

// Whether that happened since the last call: what is mapped then differs from its file, and is to be opened anew.
bool pages_were_kept();

}  // namespace facteur
