// Marks stories that are shown but not run as tests, because a test elsewhere proves the same.

/** For a story with such a mark; the comment beside it names the test. */
export const unrun = { tags: ["!test"] };
