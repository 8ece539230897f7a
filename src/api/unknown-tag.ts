/**
 * The tag of a variant that this version of the SDK does not know, e.g. a `signOnMode` that Okta introduced later. At
 * run time it is the plain text that the service sent. To send one yourself, write `'NEW_MODE' as okta.UnknownTag`.
 *
 * It is an enum, not `string`, because only then does a test of the tag rule out the unknown variant.
 *
 * @example
 * ```ts
 * if (app.signOnMode === 'BOOKMARK') console.log(app.settings.app.url);
 * else console.log('some other app:', app.signOnMode);
 * ```
 */
export declare enum UnknownTag {
  any = '',
}
