// Counts what holds and what does not, for the sessions of this folder.
"use strict";

const counts = { passed: 0, failed: 0 };

function check(name, holds, detail) {
  if (holds) counts.passed += 1;
  else {
    counts.failed += 1;
    console.log(`FAILED: ${name}${detail === undefined ? "" : `: ${JSON.stringify(detail)}`}`);
  }
}

module.exports = { check, counts };
