import { ExampleFile } from './value.js';

/** A picture of one pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A certificate for login.example.com, made for the examples and signed by itself: DER in base64. */
const DER =
  'MIIBjDCCATOgAwIBAgIUZvqcOYFU8aeOeLfneS1Ceu/auKIwCgYIKoZIzj0EAwIwHDEaMBgGA1UEAwwRbG9naW4uZXhhbXBsZS5jb20wHhcNMjYxMTIxMTA1OTE0WhcNMzYxMTE4MTA1OTE0WjAcMRowGAYDVQQDDBFsb2dpbi5leGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABN2HTqht87P73uFq2xjGabGf3xm9L/AcPkFX75biWN1PA3+rHvmKRJ29ACGrcZCsyrOjUzHOw1yTlorOr53nii6jUzBRMB0GA1UdDgQWBBTsWk/IAKo0HGJc7uSTPvDHXRuteTAfBgNVHSMEGDAWgBTsWk/IAKo0HGJc7uSTPvDHXRuteTAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0cAMEQCIAhPYkRl5Na5IHpL9Ke4KXp9ddE2pNhtvTrwX60zwRdaAiBgAG29S7DDnEYoE7wTG18QEb99dE/K2mF91EFeEEj2uQ==';

export const LOGO = new ExampleFile('logo.png', { as: 'upload', base64: PIXEL });
export const CERTIFICATE_FILE = new ExampleFile('certificate.pem', { as: 'upload', base64: encode(pem(DER)) });
export const CERTIFICATE_TEXT = new ExampleFile('certificate.pem', { as: 'text', base64: encode(pem(DER)) });
export const CHAIN_TEXT = new ExampleFile('chain.pem', { as: 'text', base64: encode(pem(DER)) });
/** As in `x5c` of RFC 7517: base64 without armour. */
export const CERTIFICATE_BASE64 = new ExampleFile('certificate.b64', { as: 'text', base64: encode(DER) });
/** No key is in here, not even a made-up one, so that no scanner takes fright. */
export const PRIVATE_KEY_TEXT = new ExampleFile('private-key.pem', { as: 'text', base64: encode('private key') });

function pem(der: string): string {
  const lines = der.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64');
}
