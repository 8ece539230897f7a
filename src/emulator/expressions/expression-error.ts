/** An expression that cannot be read, or that does not fit what it is used for. */
export class ExpressionError extends Error {}
