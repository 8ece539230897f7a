/** A text that a log stream is set up with. */
function text(title: string, description: string, more: object = {}) {
  return { title, description, type: 'string', writeOnce: true, ...more };
}

/** An object whose members are all required. */
function object(properties: Readonly<Record<string, object>>) {
  return { type: 'object', properties, required: Object.keys(properties) };
}

const regions = ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'eu-central-1', 'eu-west-1'];
const editions = ['aws', 'aws_govcloud', 'gcp'];

/**
 * What log streams of each type are set up with.
 *
 * Source: https://developer.okta.com/docs/api/openapi/okta-management/management/tag/LogStream/
 */
export const logStreamSchemas: Readonly<Record<string, { readonly title: string; readonly settings: object }>> = {
  aws_eventbridge: {
    title: 'AWS EventBridge',
    settings: object({
      accountId: text('AWS Account ID', 'Your Amazon AWS account ID', {
        minLength: 12,
        maxLength: 12,
        pattern: '^\\d{12}$',
      }),
      eventSourceName: text('AWS Event Source Name', 'Name of the event source in AWS EventBridge', {
        minLength: 1,
        maxLength: 75,
        pattern: '^[\\.\\-_A-Za-z0-9]{1,75}$',
      }),
      region: text('AWS Region', 'The AWS region that contains your event source', {
        oneOf: regions.map((region) => ({ title: region, const: region })),
      }),
    }),
  },
  splunk_cloud_logstreaming: {
    title: 'Splunk Cloud',
    settings: object({
      host: text('Host', 'Domain of the Splunk Cloud instance', { minLength: 17, maxLength: 116 }),
      edition: text('Splunk edition', 'Edition of the Splunk Cloud instance', {
        oneOf: editions.map((edition) => ({ title: edition, const: edition })),
      }),
      token: text('HEC Token', 'Token of the HTTP Event Collector', { writeOnly: true }),
    }),
  },
};
