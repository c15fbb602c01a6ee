// Compares types; used by all type tests, which only compile.

/** True where the compiler can't tell `A` from `B`; `any` is the same as nothing but `any`. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles where the type of `value` is exactly `Expected`. */
export declare function expectType<Expected>(): <Actual>(
  value: Actual,
  ...same: Same<Actual, Expected> extends true ? [] : [never]
) => void;

/** Compiles where both types are exactly the same. */
export declare function expectSame<A, B>(...same: Same<A, B> extends true ? [] : [never]): void;
