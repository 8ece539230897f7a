import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { collect } from '../../src/config/collect.js';
import { createConfiguration } from '../../src/config/create-configuration.js';
import { readNoProxy } from '../../src/config/no-proxy.js';
import type { ConfigurationOptions } from '../../src/config/options.js';
import { readProxy } from '../../src/config/proxy.js';
import { proxiesFor } from '../../src/config/proxy-for.js';

type Environment = Record<string, string>;

function read(options: ConfigurationOptions, environment: Environment = {}) {
  const { settings } = collect({ ...options, environment, yamlFiles: [] });
  return proxiesFor(readProxy(settings, environment).proxies);
}

function proxyFor(url: string, environment: Environment, options: ConfigurationOptions = {}) {
  return read(options, environment)?.(new URL(url))?.host;
}

describe('NO_PROXY', () => {
  it.each<[string, string, boolean]>([
    ['*', 'https://acme.okta.com', true],
    ['acme.okta.com', 'https://acme.okta.com', true],
    ['okta.com', 'https://acme.okta.com', true],
    ['.okta.com', 'https://acme.okta.com', true],
    ['*.okta.com', 'https://acme.okta.com', true],
    ['OKTA.com.', 'https://acme.okta.com', true],
    ['kta.com', 'https://acme.okta.com', false],
    ['other.com, okta.com', 'https://acme.okta.com', true],
    ['other.com okta.com', 'https://acme.okta.com', true],
    ['other.com,,', 'https://acme.okta.com', false],
    ['', 'https://acme.okta.com', false],
    ['okta.com:443', 'https://acme.okta.com', true],
    ['okta.com:8443', 'https://acme.okta.com', false],
    ['okta.com:8443', 'https://acme.okta.com:8443', true],
    ['localhost', 'http://localhost:3000', true],
    ['127.0.0.1', 'http://127.0.0.1:3000', true],
    ['127.0.0.1:3000', 'http://127.0.0.1:3000', true],
    ['127.0.0.1:3001', 'http://127.0.0.1:3000', false],
    ['10.0.0.0/8', 'http://10.1.2.3', true],
    ['10.0.0.0/8', 'http://11.1.2.3', false],
    ['0.0.0.0/0', 'http://11.1.2.3', true],
    ['10.0.0.0/8', 'http://acme.okta.com', false],
    ['::1', 'http://[::1]:3000', true],
    ['[::1]', 'http://[::1]:3000', true],
    ['[::1]:3000', 'http://[::1]:3000', true],
    ['[::1]:3001', 'http://[::1]:3000', false],
    ['0:0:0:0:0:0:0:1', 'http://[::1]', true],
  ])('%j for %s: %s', (text, url, expected) => {
    expect(readNoProxy(text)(new URL(url))).toBe(expected);
  });
});

describe('the proxy', () => {
  const ORG = 'https://acme.okta.com';

  it.each<[string, Environment, string | undefined]>([
    ['HTTPS_PROXY', { HTTPS_PROXY: 'http://up:1' }, 'up:1'],
    ['https_proxy before HTTPS_PROXY', { HTTPS_PROXY: 'http://up:1', https_proxy: 'http://low:1' }, 'low:1'],
    ['no HTTP_PROXY', { HTTP_PROXY: 'http://up:1' }, undefined],
    ['none for what NO_PROXY names', { HTTPS_PROXY: 'http://up:1', NO_PROXY: 'okta.com' }, undefined],
    ['none for what no_proxy names', { HTTPS_PROXY: 'http://up:1', no_proxy: 'okta.com', NO_PROXY: 'x' }, undefined],
    ['one without a scheme', { HTTPS_PROXY: 'up:3128' }, 'up:3128'],
    ['one without a port', { HTTPS_PROXY: 'http://up' }, 'up:80'],
    ['a secure one without a port', { HTTPS_PROXY: 'https://up' }, 'up:443'],
    ['none if empty', { HTTPS_PROXY: '' }, undefined],
  ])('of a secure host is %s', (_, environment, expected) => {
    expect(proxyFor(ORG, environment)).toBe(expected);
  });

  it('of a plain host is HTTP_PROXY, but not in a CGI program', () => {
    expect(proxyFor('http://org', { HTTP_PROXY: 'http://up:1' })).toBe('up:1');
    expect(proxyFor('http://org', { HTTP_PROXY: 'http://up:1', REQUEST_METHOD: 'GET' })).toBeUndefined();
    expect(proxyFor('http://org', { http_proxy: 'http://up:1', REQUEST_METHOD: 'GET' })).toBe('up:1');
  });

  it('that is set wins over variables and knows no exceptions', () => {
    const environment = { HTTPS_PROXY: 'http://up:1', NO_PROXY: '*' };
    expect(proxyFor(ORG, environment, { httpsProxy: 'http://mine:2' })).toBe('mine:2');
    expect(proxyFor(ORG, environment, { httpsProxy: 'http://mine:2', proxy: { host: 'parts' } })).toBe('parts:80');
    expect(proxyFor(ORG, environment, { proxy: { host: 'https://parts' } })).toBe('parts:443');
    expect(proxyFor(ORG, environment, { proxy: { host: '::1', port: 3128 } })).toBe('[::1]:3128');
  });

  it('says to it who uses it', () => {
    const proxy = read({ proxy: { host: 'p', username: 'zoë', password: 'a:b%20@' } })?.(new URL(ORG));
    const [, code = ''] = proxy?.authorization()['Proxy-Authorization']?.split(' ') ?? [];
    expect(Buffer.from(code, 'base64').toString()).toBe('zoë:a:b%20@');
    expect(inspect(proxy, { showHidden: true, getters: true })).not.toContain('a:b');
  });
});

describe('a proxy that cannot be used is told, without its password', () => {
  it.each<[string, ConfigurationOptions, RegExp]>([
    ['no URL', { httpsProxy: 'http://ada:MARK@[' }, /httpsProxy \(argument\): is not the address of a proxy/],
    ['a broken code', { httpsProxy: 'http://ada:MARK%zz@p:1' }, /httpsProxy \(argument\): is not the address/],
    ['SOCKS', { httpsProxy: 'socks5://ada:MARK@p:1' }, /SOCKS.*`agent`/],
    ['no host', { proxy: { port: 3128, password: 'MARK' } }, /proxy\.host \(argument\): is missing/],
    ['a host with spaces', { proxy: { host: 'no host' } }, /proxy\.host \(argument\): is not the address/],
    ['a variable', { environment: { HTTPS_PROXY: 'ftp://MARK' } }, /HTTPS_PROXY \(HTTPS_PROXY\): is not the address/],
  ])('%s', (_, options, message) => {
    const configure = () =>
      createConfiguration({ orgUrl: 'https://acme.okta.com', token: '00t', environment: {}, ...options });
    expect(configure).toThrow(message);
    expect(configure).not.toThrow(/MARK/);
  });
});
