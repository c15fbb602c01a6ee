// Names the environment variables of the command.

/** The environment variable with the bearer token: other users of a machine can read a command line. */
export const tokenVariable = "IMPORT_EXISTING_USERS_TOKEN";

/** The variables that stand for flags, by the name of the option. A flag wins. */
export const optionVariables: Readonly<Record<string, string>> = {
  baseUrl: "IMPORT_EXISTING_USERS_BASE_URL",
  app: "IMPORT_EXISTING_USERS_APP",
  config: "IMPORT_EXISTING_USERS_CONFIG",
  from: "IMPORT_EXISTING_USERS_FROM",
};
