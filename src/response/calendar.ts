/**
 * @param year - of the Gregorian calendar; years below 100 mean others to `Date`, so they have no days here
 * @param month - 1 is January
 * @param day - of the month
 * @returns whether there is such a day
 */
export function isDay(year: number, month: number, day: number): boolean {
  if (!(year >= 100 && month >= 1 && month <= 12 && day >= 1)) return false;
  return day <= 28 || day <= daysOf(month, year);
}

function daysOf(month: number, year: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/**
 * Days from January 1, 1970 to a day of the Gregorian calendar. Years count from March, so that a leap day is the last
 * of its year; from March 1 of the year 0 to 1970 there are 719,468.
 *
 * @see https://howardhinnant.github.io/date_algorithms.html#days_from_civil
 */
export function daysBefore(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const ofYear = ((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0;
  const leaps = (marchYear >> 2) - ((marchYear / 100) | 0) + ((marchYear / 400) | 0);
  return (365 * marchYear + leaps + ofYear + day - 719_469) | 0;
}
