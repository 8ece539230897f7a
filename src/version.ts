/** Version of this package, told to the service in `User-Agent`. The release test holds it equal to package.json. */
export const VERSION = '9.0.0-dev';
