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
    wide: "5 Saved sources/List: List",
    phone: "6 Around the card/Narrow windows: PhoneIdle",
    dark: "6 Around the card/Themes: DarkIdle",
  },
  "refused file": {
    wide: "1 File/Upload: RefusedWorkbook",
    phone: "6 Around the card/Narrow windows: PhoneRefusal",
    dark: "6 Around the card/Themes: DarkRefusal",
  },
  "column mapping": {
    wide: "2 Preview/Mapping: OtherHeaders",
    phone: "6 Around the card/Narrow windows: PhoneMapping",
    dark: "6 Around the card/Themes: DarkMapping",
  },
  preview: {
    wide: "2 Preview/Rows: WithProblems",
    phone: "6 Around the card/Narrow windows: PhoneReview",
    dark: "6 Around the card/Themes: DarkReview",
  },
  "checked rows": {
    wide: "2 Preview/Check against accounts: Checked",
    phone: "6 Around the card/Narrow windows: PhoneChecked",
    dark: "6 Around the card/Themes: DarkChecked",
  },
  sending: {
    wide: "3 Import/Run: Sending",
    phone: "6 Around the card/Narrow windows: PhoneSending",
    dark: "6 Around the card/Themes: DarkSending",
  },
  failure: {
    wide: "3 Import/Failures: SignedOut",
    phone: "6 Around the card/Narrow windows: PhoneFailure",
    dark: "6 Around the card/Themes: DarkFailure",
  },
  result: {
    wide: "4 Import result/Result: AllFiveStatuses",
    phone: "6 Around the card/Narrow windows: PhoneResult",
    dark: "6 Around the card/Themes: DarkResult",
  },
  "delete dialog": {
    wide: "5 Saved sources/List: DeleteDialog",
    phone: "6 Around the card/Narrow windows: PhoneDialog",
    dark: "6 Around the card/Themes: DarkDialog",
  },
  "rows of a saved source": {
    wide: "5 Saved sources/Rows of a source: Opened",
    phone: "5 Saved sources/Rows of a source: OpenedOnAPhone",
    dark: "6 Around the card/Themes: DarkSourceRows",
  },
};

/** Notices, offers, fields and hosts that no screen above shows. */
export const parts: readonly StoryName[] = [
  "0 Card: Props",
  "1 File/Upload: Idle",
  "1 File/Upload: DraggingOver",
  "1 File/Upload: Reading",
  "1 File/Upload: ReadingAnotherFile",
  "1 File/Upload: SplitIntoFiles",
  "2 Preview/Check against accounts: OutOfDate",
  "2 Preview/Check against accounts: Checking",
  "2 Preview/Check against accounts: Failed",
  "2 Preview/Corrections: StillWrong",
  "2 Preview/Corrections: Corrected",
  "2 Preview/Corrections: FileComesBack",
  "2 Preview/Known columns: UserNamesOffered",
  "2 Preview/Known columns: EmptyTextsOffered",
  "2 Preview/Known columns: OtherColumnsJoined",
  "2 Preview/Known columns: HeaderTwice",
  "2 Preview/Many problems: ByCause",
  "2 Preview/Many problems: AboveThirtyPercent",
  "2 Preview/Many problems: AskedBeforeStart",
  "2 Preview/Many problems: EmptyRequiredColumn",
  "2 Preview/Offers: DatesOffered",
  "2 Preview/Offers: DatesConverted",
  "2 Preview/Offers: DayOrMonthAsked",
  "2 Preview/Offers: NamesLeft",
  "2 Preview/Offers: EmailAsUserIdOffered",
  "2 Preview/Offers: PlaceholdersOffered",
  "2 Preview/Offers: RepairsOffered",
  "2 Preview/Offers: RepairsApplied",
  "2 Preview/Offers: DamagedIds",
  "2 Preview/Offers: DamagedTexts",
  "2 Preview/Offers: DamagedTextsRepaired",
  "2 Preview/Offers: SplitValues",
  "2 Preview/Offers: EncodingWithSample",
  "2 Preview/Mapping: AllRecognised",
  "2 Preview/Mapping: ColumnsMissing",
  "2 Preview/Rows: BlankSourceName",
  "2 Preview/Rows: SearchedInVain",
  "2 Preview/Remembered mapping: UsedAgain",
  "2 Preview/Remembered mapping: AllOfThem",
  "3 Import/Run: TryingAgainWhenRateLimited",
  "3 Import/In parts: Refused",
  "3 Import/In parts: Sending",
  "3 Import/In parts: Paused",
  "3 Import/In parts: PartFailed",
  "3 Import/In parts: Finished",
  "3 Import/In parts: EndedBetweenParts",
  "3 Import/In parts: UndoOfAllParts",
  "3 Import/Failures: TooLarge",
  "3 Import/Failures: RateLimited",
  "3 Import/Failures: MayHaveBeenSaved",
  "3 Import/Failures: Cancelled",
  "4 Import result/Result: RowsWithProblems",
  "4 Import result/Result: NobodyFound",
  "4 Import result/Result: CountsOnly",
  "4 Import result/Result: Undone",
  "5 Saved sources/Rows of a source: MoreThanOneAnswerHolds",
  "5 Saved sources/Rows of a source: NotLoaded",
  "5 Saved sources/Rows of a source: NoneKept",
  "5 Saved sources/List: DeltasOfADay",
  "5 Saved sources/List: SecondPage",
  "5 Saved sources/List: Loading",
  "5 Saved sources/List: NotLoaded",
  "5 Saved sources/List: OutOfDate",
  "5 Saved sources/List: NotDeleted",
  "5 Saved sources/List: PartsMissing",
  "6 Around the card/Element: DarkAndGerman",
  "6 Around the card/Host pages: TwoCards",
  "6 Around the card/Host pages: DeeperInTheOutline",
  "6 Around the card/Languages: GermanReview",
  "6 Around the card/Languages: ArabicReview",
  "6 Around the card/Long content: Review",
  "6 Around the card/Themes: DarkCardInALightPage",
  "6 Around the card/Themes: LightCardInADarkPage",
  "6 Around the card/Themes: LikeTheSystem",
  "6 Around the card/Themes: AnotherAccent",
  "7 Your own parts/CardHeader: InACard",
  "7 Your own parts/FileStep: InACard",
  "7 Your own parts/PreviewStep: InACard",
  "7 Your own parts/ImportStep: InACard",
  "7 Your own parts/ResultStep: InACard",
  "7 Your own parts/SourcesStep: InACard",
  "7 Your own parts/HelpStep: InACard",
  "7 Your own parts/Components and layout: OwnComponents",
  "7 Your own parts/Components and layout: OwnLayout",
  "7 Your own parts/Components and layout: OwnMarkup",
];

const checked = new Set<string>([...Object.values(screens).flatMap((looks) => Object.values(looks)), ...parts]);

/** True for a story whose accessibility is checked in a test run. Storybook writes spaces into the name of an export. */
export function isCheckedForAccessibility(title: string, name: string): boolean {
  return checked.has(`${title}: ${name.replaceAll(" ", "")}`);
}
