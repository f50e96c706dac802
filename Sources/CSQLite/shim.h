#include <sqlite3.h>

/// Every temporary table of a statement has a cache of its own, and SQLite would fill each with pages beforehand, by default for twenty of
/// them: most of the memory that a search touches. Before the first connection; Swift cannot call a function of variable arguments.
static inline int csqlite_allocate_cache_pages_one_by_one(void) {
  return sqlite3_config(SQLITE_CONFIG_PAGECACHE, (void *)0, 0, 0);
}
