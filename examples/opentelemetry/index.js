import * as okta from '@okta/okta-sdk-nodejs';
import { BasicTracerProvider, ConsoleSpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { traceOkta } from './trace-okta.js';

const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(new ConsoleSpanExporter())] });
const stop = traceOkta(provider.getTracer('my-service'));

// The org and its credentials come from OKTA_CLIENT_ORGURL, OKTA_CLIENT_TOKEN, … or okta.yaml.
const client = new okta.Client();
for await (const user of client.userApi.listUsers({ limit: 2 })) {
  console.log(user.id);
  break;
}

stop();
await provider.shutdown();
