/** What a Zero application needs of a database: its schema file, a publication, and the reasons for what is left out. */
@NullMarked
package dev.dmt.zero;

import org.jspecify.annotations.NullMarked;
