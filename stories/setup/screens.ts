// Lists the stories whose accessibility is checked: each screen once wide, once on a phone and once in the dark theme, and each part that no screen shows.

/** A story as `title: export`. */
type StoryName = `${string}: ${string}`;

/** The three looks of a screen. */
interface Looks {
  readonly wide: StoryName;
  readonly phone: StoryName;
  readonly dark: StoryName;
}

/** Every screen of the card. */
export const screens: Readonly<Record<string, Looks>> = {
  "saved sources": {
    wide: "5 Saved sources: List",
    phone: "6 Narrow: PhoneIdle",
    dark: "6 Themes: DarkIdle",
  },
  "refused file": {
    wide: "1 File: RefusedWorkbook",
    phone: "6 Narrow: PhoneRefusal",
    dark: "6 Themes: DarkRefusal",
  },
  "column mapping": {
    wide: "2 Preview and column mapping: OtherHeaders",
    phone: "6 Narrow: PhoneMapping",
    dark: "6 Themes: DarkMapping",
  },
  preview: {
    wide: "2 Preview of the rows: WithProblems",
    phone: "6 Narrow: PhoneReview",
    dark: "6 Themes: DarkReview",
  },
  "checked rows": {
    wide: "2 Check against accounts: Checked",
    phone: "6 Narrow: PhoneChecked",
    dark: "6 Themes: DarkChecked",
  },
  sending: {
    wide: "3 Import: Sending",
    phone: "6 Narrow: PhoneSending",
    dark: "6 Themes: DarkSending",
  },
  failure: {
    wide: "3 Import failed: SignedOut",
    phone: "6 Narrow: PhoneFailure",
    dark: "6 Themes: DarkFailure",
  },
  result: {
    wide: "4 Import result: AllFiveStatuses",
    phone: "6 Narrow: PhoneResult",
    dark: "6 Themes: DarkResult",
  },
  "delete dialog": {
    wide: "5 Saved sources: DeleteDialog",
    phone: "6 Narrow: PhoneDialog",
    dark: "6 Themes: DarkDialog",
  },
  "rows of a saved source": {
    wide: "5 Rows of a saved source: Opened",
    phone: "5 Rows of a saved source: OpenedOnAPhone",
    dark: "6 Themes: DarkSourceRows",
  },
};

/** Notices, offers, fields and hosts that no screen above shows. */
export const parts: readonly StoryName[] = [
  "0 Card: Props",
  "1 File: Idle",
  "1 File: DraggingOver",
  "1 File: Reading",
  "1 File: ReadingAnotherFile",
  "1 File: SplitIntoFiles",
  "2 Check against accounts: OutOfDate",
  "2 Check against accounts: Checking",
  "2 Check against accounts: Failed",
  "2 Corrections: StillWrong",
  "2 Corrections: Corrected",
  "2 Corrections: FileComesBack",
  "2 Known Columns: UserNamesOffered",
  "2 Known Columns: EmptyTextsOffered",
  "2 Known Columns: OtherColumnsJoined",
  "2 Known Columns: HeaderTwice",
  "2 Many problems: ByCause",
  "2 Many problems: AboveThirtyPercent",
  "2 Many problems: AskedBeforeStart",
  "2 Many problems: EmptyRequiredColumn",
  "2 Offers: DatesOffered",
  "2 Offers: DatesConverted",
  "2 Offers: DayOrMonthAsked",
  "2 Offers: RepairsOffered",
  "2 Offers: RepairsApplied",
  "2 Offers: DamagedIds",
  "2 Offers: EncodingWithSample",
  "2 Preview and column mapping: AllRecognised",
  "2 Preview and column mapping: ColumnsMissing",
  "2 Preview of the rows: BlankSourceName",
  "2 Preview of the rows: SearchedInVain",
  "2 Remembered mapping: UsedAgain",
  "2 Remembered mapping: AllOfThem",
  "3 Import: TryingAgainWhenRateLimited",
  "3 Import in parts: Refused",
  "3 Import in parts: Sending",
  "3 Import in parts: Paused",
  "3 Import in parts: PartFailed",
  "3 Import in parts: Finished",
  "3 Import in parts: EndedBetweenParts",
  "3 Import in parts: UndoOfAllParts",
  "3 Import failed: TooLarge",
  "3 Import failed: RateLimited",
  "3 Import failed: MayHaveBeenSaved",
  "3 Import failed: Cancelled",
  "4 Import result: RowsWithProblems",
  "4 Import result: NobodyFound",
  "4 Import result: CountsOnly",
  "4 Import result: Undone",
  "5 Rows of a saved source: MoreThanOneAnswerHolds",
  "5 Rows of a saved source: NotLoaded",
  "5 Rows of a saved source: NoneKept",
  "5 Saved sources: SecondPage",
  "5 Saved sources: Loading",
  "5 Saved sources: NotLoaded",
  "5 Saved sources: OutOfDate",
  "5 Saved sources: NotDeleted",
  "6 Element: DarkAndGerman",
  "6 Hosts: TwoCards",
  "6 Hosts: DeeperInTheOutline",
  "6 Languages: GermanReview",
  "6 Languages: ArabicReview",
  "6 Long content: Review",
  "6 Themes: DarkCardInALightPage",
  "6 Themes: LightCardInADarkPage",
  "6 Themes: LikeTheSystem",
  "6 Themes: AnotherAccent",
  "7 Own parts: OwnComponents",
  "7 Own parts: OwnLayout",
];

const checked = new Set<string>([...Object.values(screens).flatMap((looks) => Object.values(looks)), ...parts]);

/** True for a story whose accessibility is checked in a test run. Storybook writes spaces into the name of an export. */
export function isCheckedForAccessibility(title: string, name: string): boolean {
  return checked.has(`${title}: ${name.replaceAll(" ", "")}`);
}
