import { type Answer, noContent, ok } from '../answers/answer.js';
import { invalid } from '../answers/fault.js';
import { bodyOf } from '../body.js';
import { type Call, type Handler, pathMember } from '../call.js';
import {
  answers,
  type CertificateRequest,
  certificateRequestFrom,
  certificateRequestView,
  findCertificateRequest,
  requestFactsFrom,
} from '../keys/certificate-request.js';
import { certifiedKeyFrom } from '../keys/certified-key.js';
import type { KeyOwner, KeyOwners } from '../keys/key-owner.js';
import { certificateIn } from '../keys/read-certificate.js';
import { added } from './credential-keys.js';

const PKCS10 = 'application/pkcs10';

/** What can be done with requests for certificates of apps, and of identity providers. */
export interface CredentialCsrs {
  readonly list: Handler;
  readonly get: Handler;
  readonly generate: Handler;
  readonly publish: Handler;
  readonly revoke: Handler;
}

/**
 * @param owners - whose certificates are asked for
 * @returns the handlers
 */
export function credentialCsrs(owners: KeyOwners): CredentialCsrs {
  const { requestEvents } = owners;
  return {
    list: (call) => {
      const owner = owners.find(call);
      const requests = [...call.org.certificateRequests.values(owner.id)];
      return ok(requests.map((request) => certificateRequestView(request, owner)));
    },
    get: (call) => {
      const owner = owners.find(call);
      return written(call, 200, { owner, request: requestIn(call, owner) });
    },
    generate: (call) => {
      const owner = owners.find(call);
      const request = certificateRequestFrom(call.org, requestFactsFrom(bodyOf(call)));
      call.org.certificateRequests.set(owner.id, request.id, request);
      call.record(requestEvents.generate, [owner.target]);
      return written(call, 201, { owner, request });
    },
    publish: (call) => {
      const owner = owners.find(call);
      const request = requestIn(call, owner);
      const certificate = certificateIn(call);
      if (!answers(request, certificate)) {
        throw invalid('certificate', 'The public key of the certificate is not that of the signing request');
      }
      call.org.certificateRequests.delete(owner.id, request.id);
      call.record(requestEvents.publish, [owner.target]);
      return added(call, owners, { owner, key: certifiedKeyFrom(call.org, certificate) });
    },
    revoke: (call) => {
      const owner = owners.find(call);
      call.org.certificateRequests.delete(owner.id, requestIn(call, owner).id);
      call.record(requestEvents.revoke, [owner.target]);
      return noContent();
    },
  };
}

function requestIn(call: Call, { id }: KeyOwner): CertificateRequest {
  return findCertificateRequest(call.org, id, pathMember(call, 'csrId'));
}

interface Owned {
  readonly owner: KeyOwner;
  readonly request: CertificateRequest;
}

/** As JSON, or bare for those who ask for it. */
function written({ headers }: Call, status: number, { owner, request }: Owned): Answer {
  if (headers['accept']?.includes(PKCS10) !== true) {
    return { status, body: certificateRequestView(request, owner) };
  }
  const transfer = { 'Content-Transfer-Encoding': 'base64' };
  return { status, headers: transfer, content: { type: `${PKCS10}; filename=okta.p10`, data: request.csr } };
}
