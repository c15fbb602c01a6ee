// Where runs are kept.

/** The folder for the state of runs, unless `--state` says another one. */
export const defaultStateFolder = ".import-existing-users";
