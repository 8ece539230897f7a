import { resolve } from 'node:path';
import { context, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Client } from '../../src/client.js';
import { createEmulator } from '../../src/emulator/create-emulator.js';

const clock = { now: Date.now, random: () => 0, sleep: async () => {} };

async function traced() {
  const { traceOkta } = (await import(resolve('examples/opentelemetry/trace-okta.js'))) as {
    traceOkta: (tracer: Tracer) => () => void;
  };
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  onTestFinished(traceOkta(provider.getTracer('test')));
  const emulator = createEmulator();
  const { url } = await emulator.listen();
  onTestFinished(() => emulator.close());
  const client = new Client({ orgUrl: url, token: emulator.token, environment: {}, clock });
  return { client, emulator, spans: () => exporter.getFinishedSpans(), tracer: provider.getTracer('test') };
}

describe('the OpenTelemetry example', () => {
  it('makes a span for the call, and one within it for each attempt', async () => {
    const { client, emulator, spans } = await traced();
    emulator.faults.add({ operation: 'listUsers', times: 1, then: { status: 429, headers: { 'Retry-After': '2' } } });
    await client.userApi.listUsers({ q: 'someone@example.com' }).withResponse();
    const [first, second, call] = spans();
    expect(spans()).toHaveLength(3);
    expect(call).toMatchObject({
      name: 'UserApi.listUsers',
      kind: SpanKind.INTERNAL,
      attributes: { 'http.request.method': 'GET', 'url.template': '/api/v1/users', 'http.response.status_code': 200 },
      events: [{ name: 'okta.retry', attributes: { 'okta.retry.delay_ms': 2000, 'okta.retry.attempt': 1 } }],
    });
    expect(first).toMatchObject({
      name: 'GET /api/v1/users',
      kind: SpanKind.CLIENT,
      attributes: { 'http.response.status_code': 429, 'error.type': '429', 'server.address': '127.0.0.1' },
      status: { code: SpanStatusCode.ERROR },
    });
    expect(second).toMatchObject({
      attributes: { 'http.response.status_code': 200, 'http.request.resend_count': 1 },
      status: { code: SpanStatusCode.UNSET },
    });
    for (const span of [first, second, call]) expect(span?.attributes['okta.request_id']).toMatch(/\S/);
    for (const span of [first, second]) expect(span?.parentSpanContext?.spanId).toBe(call?.spanContext().spanId);
    const everything = JSON.stringify(
      spans().map(({ attributes, events, status, name }) => [attributes, events, status, name]),
    );
    expect(everything).not.toContain(emulator.token);
    expect(everything).not.toContain('someone');
  });

  it('marks what failed without an answer', async () => {
    const { client, emulator, spans } = await traced();
    emulator.faults.add({ operation: 'getUser', then: 'drop' });
    await expect(client.userApi.getUser({ userId: 'x' }, { retry: false })).rejects.toThrow();
    expect(spans()).toHaveLength(2);
    for (const span of spans()) {
      expect(span.attributes['error.type']).toBe('OKTA_CONNECTION');
      expect(span.attributes['url.template']).toBe('/api/v1/users/{userId}');
      expect(span.status.code).toBe(SpanStatusCode.ERROR);
    }
  });

  it('keeps calls that overlap apart', async () => {
    const { client, spans } = await traced();
    await Promise.allSettled(['a', 'b', 'c'].map((userId) => client.userApi.getUser({ userId })));
    const calls = spans().filter(({ name }) => name === 'UserApi.getUser');
    const parents = spans().flatMap(({ parentSpanContext }) => parentSpanContext?.spanId ?? []);
    expect(new Set(parents)).toEqual(new Set(calls.map((span) => span.spanContext().spanId)));
    expect([calls.length, parents.length]).toEqual([3, 3]);
    expect(trace.getSpan(context.active())).toBeUndefined();
  });
});
