/** What the status of a run says, for `--help`. */
export const exitHelp =
  'Exit status: 0 conforming; 1 a violation; 2 called or set up wrongly; 3 incomplete, since something was blocked or\nthe run was interrupted; 4 the suite broke.';
