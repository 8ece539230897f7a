/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** Makes the objects that the functions for users take. */
export const userShapes = {
  /**
   * A profile.
   *
   * @param firstName - given name
   * @param lastName - family name
   * @param email - address
   * @param login - the address unless given
   * @param mobilePhone - left out unless given
   * @param customAttribs - further attributes by name
   * @returns the profile, for `users.add` and `users.update`
   */
  constructProfile(
    firstName: string,
    lastName: string,
    email: string,
    login?: string | null,
    mobilePhone?: string | null,
    customAttribs?: Json | null,
  ): Json {
    const phone = mobilePhone === undefined || mobilePhone === null ? {} : { mobilePhone };
    return { login: login || email, email, firstName, lastName, ...phone, ...customAttribs };
  },

  /** A password, for `users.changePassword` and others. */
  constructPassword(password: string): Json {
    return { value: password };
  },

  /** A recovery question with its answer. */
  constructRecoveryQuestion(question: string, answer: string): Json {
    return { question, answer };
  },

  /**
   * Credentials. What is empty or missing is left out; a question needs an answer.
   *
   * @param password - of the user
   * @param question - for recovery
   * @param answer - to the question
   * @returns the credentials, for `users.add` and `users.update`
   */
  constructCredentials(password?: string | null, question?: string | null, answer?: string | null): Json {
    return {
      ...(password ? { password: { value: password } } : {}),
      ...(question && answer ? { recovery_question: { question, answer } } : {}),
    };
  },
};
