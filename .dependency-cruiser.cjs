/** The arrows of the house: CONTRIBUTING.md, "How it is laid out". */
const arrow = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to },
});

/** What a folder may import beside itself, by folder. Leaves import nothing but leaves. */
const leaves = ['http', 'errors', 'platform', 'clock', 'loaded-once', 'version'];
const allowed = {
  http: [],
  platform: [],
  errors: ['http'],
  request: leaves,
  response: [...leaves, 'request'],
  pipeline: leaves,
  auth: leaves,
  transport: leaves,
  config: [...leaves, 'pipeline', 'auth', 'transport'],
  api: [...leaves, 'request', 'response', 'config'],
  bulk: leaves,
  expression: leaves,
  modify: [...leaves, 'request'],
  settle: [...leaves, 'response'],
};

const onlyTo = ([folder, targets]) => ({
  name: `${folder}-arrows`,
  severity: 'error',
  comment: `src/${folder} may import: ${targets.join(', ') || 'nothing'}`,
  from: { path: `^src/${folder}/` },
  to: { path: '^(src|generated)/', pathNot: `^src/(?:${[folder, ...targets].join('|')})(?:/|\\.ts$)` },
});

/** Every package is imported in one place, so that it can be replaced there. */
const homes = {
  '@babel/parser': '^src/migrate/syntax/parse\\.ts$',
  bcryptjs: '^src/emulator/users/imported-hash\\.ts$',
  'cross-fetch': '^src/transport/cross-fetch\\.ts$',
  'es6-promise': '^src/polyfill\\.ts$',
  'form-data': '^src/request/multipart\\.ts$',
  'js-yaml': '^src/(?:config/okta-yaml|yaml/read-yaml)\\.ts$',
  jose: '^src/(?:auth/jose/.+|emulator/.+)\\.ts$',
  undici: '^src/transport/undici(-agent\\.d)?\\.ts$',
  'url-parse': '^src/config/parse-url\\.ts$',
};

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...Object.entries(allowed).map(onlyTo),
    {
      name: 'generated-arrows',
      severity: 'error',
      comment: 'Generated code knows the Api base class, the shape of rows and the types of uploads, nothing else.',
      from: { path: '^generated/' },
      to: {
        path: '^src/',
        pathNot: '^src/(?:api/|request/row\\.ts$|http/file\\.ts$|compat/v4/(?:flat-row|live-types)\\.ts$)',
      },
    },
    arrow(
      'v4-stands-apart',
      '^(?:src/(?!compat/v4/|sdk\\.ts)|generated/(?!management/v4/))',
      '^(?:src/compat|generated/management)/v4/',
      'Only the door knows what serves programs that were written for versions 4 to 6.',
    ),
    {
      name: 'models-are-types',
      severity: 'error',
      comment: 'Models leave nothing at run time.',
      from: { path: '^(src|generated)/' },
      to: { path: '^generated/management/models/', dependencyTypesNot: ['type-only'] },
    },
    arrow(
      'emulator-stands-apart',
      '^src/(?!emulator|okta-emulator\\.ts)',
      '^src/emulator',
      'The SDK does not know the emulator.',
    ),
    {
      name: 'emulator-arrows',
      severity: 'error',
      comment: 'The emulator knows the rows, not the client.',
      from: { path: '^src/emulator' },
      to: {
        path: '^(src|generated)/',
        pathNot:
          '^src/(?:emulator|http|errors|clock|version|yaml|request/row)|^generated/management/(?:rows|emulator-facts|apis/.+\\.rows)\\.ts$',
      },
    },
    {
      name: 'oktajs-arrows',
      severity: 'error',
      comment: 'What serves old programs knows what every program may use.',
      from: { path: '^src/compat/oktajs/' },
      to: { path: '^(src|generated)/', pathNot: '^src/(?:compat/oktajs/|sdk\\.ts$|clock\\.ts$)' },
    },
    arrow(
      'oktajs-stands-apart',
      '^src/(?!compat/oktajs/|oktajs\\.ts)',
      '^src/compat/oktajs/',
      'The SDK does not know what serves programs that were written for oktajs.',
    ),
    {
      name: 'migrate-arrows',
      severity: 'error',
      comment: 'The command that rewrites programs knows names of methods, and nothing of the SDK.',
      from: { path: '^src/(?:migrate/|okta-migrate\\.ts)' },
      to: {
        path: '^(src|generated)/',
        pathNot: '^src/(?:migrate/|version\\.ts$)|^generated/management/migrate-facts\\.ts$',
      },
    },
    arrow(
      'migrate-stands-apart',
      '^src/(?!migrate/|okta-migrate\\.ts)',
      '^src/migrate/',
      'The SDK does not know the command that rewrites programs.',
    ),
    arrow('no-tests-in-code', '^(src|generated|scripts)/', '^test/', 'Code does not import tests.'),
    arrow('no-scripts-in-code', '^(src|generated)/', '^scripts/', 'The package does not import the workshop.'),
    ...Object.entries(homes).map(([name, home]) => ({
      name: `one-home-for-${name}`,
      severity: 'error',
      from: { path: '^src/', pathNot: home },
      to: { path: `node_modules/${name}/` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
