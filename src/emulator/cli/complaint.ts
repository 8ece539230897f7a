/** Something that the user of the command can mend: told in one line, without a stack. */
export class Complaint extends Error {}
