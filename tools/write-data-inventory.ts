/** Writes docs/data-inventory.md from the classes of columns and the office's rules of retention. A test compares the two. */
import { writeFileSync } from 'node:fs';
import { writeDataInventory } from './data-inventory-page.ts';
import { readRetentionRules } from './read-retention-rules.ts';

writeFileSync('docs/data-inventory.md', writeDataInventory(readRetentionRules()));
