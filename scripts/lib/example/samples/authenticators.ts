import { CERTIFICATE_BASE64 } from '../files.js';
import { id } from '../ids.js';
import { made, type Samples } from '../value.js';

/** Authenticators, factors and enrollments. */
export const authenticators: Samples = {
  AuthenticatorKeyPhone: { key: 'phone_number', name: 'Phone', settings: { allowedFor: 'any' } },
  AuthenticatorMethodSimple: { type: 'sms', status: 'ACTIVE' },
  CustomAAGUIDCreateRequestObject: {
    aaguid: 'cb69481e-8ff7-4039-93ec-0a2729a154a8',
    authenticatorCharacteristics: { fipsCompliant: true, hardwareProtected: true, platformAttached: false },
    attestationRootCertificates: made,
  },
  CustomAAGUIDUpdateRequestObject: {
    name: 'Security key of the office',
    authenticatorCharacteristics: { fipsCompliant: true, hardwareProtected: true, platformAttached: false },
  },
  AttestationRootCertificateRequest: { x5c: CERTIFICATE_BASE64 },
  AuthenticatorEnrollmentCreateRequest: { authenticatorId: made, profile: { phoneNumber: made } },
  AuthenticatorEnrollmentCreateRequestTac: { authenticatorId: made, profile: { multiUse: false, ttl: '120' } },
  UserFactorSMS: { factorType: 'sms', provider: 'OKTA', profile: { phoneNumber: made } },
  ActivateFactorBySms: { passCode: made },
  VerifyFactorBySms: { passCode: made },
  UploadYubikeyOtpTokenSeedRequest: {
    serialNumber: '24581357',
    publicId: 'vvccccbtnrlk',
    privateId: '0f1e2d3c4b5a',
    aesKey: '00112233445566778899aabbccddeeff',
  },
  EnrollmentActivationRequest: {
    userId: made,
    fulfillmentProvider: 'yubico',
    serial: '24581357',
    version: '5.7.1',
    credResponses: [{ authenticatorEnrollmentId: made, credResponseJwe: 'eyJhbGciOiJFQ0RILUVTIn0.ZXhhbXBsZQ' }],
  },
  EnrollmentInitializationRequest: {
    userId: made,
    fulfillmentProvider: 'yubico',
    enrollmentRpIds: ['login.example.com'],
    yubicoTransportKeyJWK: made,
  },
  ECKeyJWK: { kty: 'EC', crv: 'P-384', use: 'enc', kid: made, x: made, y: made },
  FulfillmentRequest: { userId: made, fulfillmentProvider: 'yubico', fulfillmentData: made },
  FulfillmentDataOrderDetails: { productId: '29', inventoryProductId: '75', customizationId: '00003' },
  PinRequest: { userId: made, fulfillmentProvider: 'yubico', authenticatorEnrollmentId: made },
  APNSPushProvider: {
    providerType: 'APNS',
    name: 'iOS app',
    configuration: { keyId: 'KEY0123456', teamId: 'TEAM012345', tokenSigningKey: made, fileName: 'AuthKey.p8' },
  },
  APNSConfiguration: { keyId: 'KEY0123456', teamId: 'TEAM012345', fileName: 'AuthKey.p8' },
  CAPTCHAInstance: { name: 'Sign-in page', type: 'HCAPTCHA', siteKey: 'c5e9d4a0-6b7f', secretKey: made },
  OrgCAPTCHASettings: { captchaId: id('cap'), enabledPages: ['SIGN_IN', 'SSR'] },
  CustomTelephonyProviderCredentialCreateRequest: {
    providerName: 'TWILIO',
    providerCapability: 'ALL',
    providerSid: 'twilio-account',
    providerAuthToken: made,
    providerSettings: made,
  },
  CustomTelephonyProviderCredentialUpdateRequest: { providerSid: 'twilio-account', providerAuthToken: made },
  CustomTelephonyProviderSettings: { sms: { twilioPhoneNumber: '+15557654321' } },
  CustomTelephonyProviderCredentialSendTestRequest: { factor: 'SMS', phoneNumber: made, countryCodeIso2: 'US' },
};
