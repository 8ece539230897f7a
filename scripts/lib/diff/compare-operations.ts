import { type Json, own, textsAt } from '../import/json.js';
import type { Operation } from '../import/list-operations.js';
import { compareBodies } from './compare-bodies.js';
import { markersIn } from './compare-keywords.js';
import { compareResponses } from './compare-responses.js';
import { compareSecurity, type Documents } from './compare-security.js';
import { compareSignatures } from './compare-signatures.js';
import { deepEqual } from './deep-equal.js';
import { positionsOf } from './operation-positions.js';
import { type OperationPair, pairOperations } from './pair-operations.js';
import type { Difference } from './report.js';
import { differ, type Spot, show } from './spot.js';

/** What differs in the operations of two releases. */
export function compareOperations(documents: Documents, spot: Spot): Difference[] {
  const { pairs, added, removed } = pairOperations(documents.before, documents.after);
  const at = (operation: Operation): Spot => ({ ...spot, where: operation.label });
  return [
    ...removed.map((operation) => differ(at(operation), 'operation-removed', `${operation.id} is gone`)),
    ...added.map((operation) => differ(at(operation), 'operation-added', `${operation.id} is new`)),
    ...pairs.flatMap((pair) => compareOperation(pair, documents, at(pair.after))),
  ];
}

function compareOperation(pair: OperationPair, documents: Documents, spot: Spot): Difference[] {
  const { sent, received } = positionsOf(pair.after);
  return [
    ...compareNames(pair, spot),
    ...compareStatus(pair, spot),
    ...compareSecurity(pair, documents, spot),
    ...compareSignatures(pair, { ...spot, positions: sent }),
    ...compareBodies(pair, { ...spot, positions: sent }),
    ...compareResponses(pair, { ...spot, positions: received }),
  ];
}

function compareNames({ before, after, moved }: OperationPair, spot: Spot): Difference[] {
  const [was, is] = [textsAt(before.body, 'tags').join(', '), textsAt(after.body, 'tags').join(', ')];
  return [
    ...(moved ? [differ(spot, 'operation-moved', `${after.id} was ${before.label}`)] : []),
    ...(before.id === after.id ? [] : [differ(spot, 'operation-renamed', `${before.id} became ${after.id}`)]),
    ...(was === is ? [] : [differ(spot, 'operation-retagged', `tag was ${was}, is ${is}`)]),
  ];
}

function compareStatus({ before, after }: OperationPair, spot: Spot): Difference[] {
  const [was, is] = [before.body['deprecated'] === true, after.body['deprecated'] === true];
  const deprecation = is
    ? differ(spot, 'operation-deprecated', 'it is deprecated now')
    : differ(spot, 'operation-undeprecated', 'it is no longer deprecated');
  return [
    ...(was === is ? [] : [deprecation]),
    ...compareValue({ was: lifecycleOf(before), is: lifecycleOf(after), kind: 'lifecycle-changed', spot }),
    ...compareValue({ was: serversOf(before), is: serversOf(after), kind: 'server-changed', spot }),
    ...markersIn(before.body, after.body, { spot, kind: 'marker-changed', except: [LIFECYCLE] }),
  ];
}

const LIFECYCLE = 'x-okta-lifecycle';

const lifecycleOf = ({ body, item }: Operation): Json | undefined => own(body, LIFECYCLE) ?? own(item, LIFECYCLE);
const serversOf = ({ body, item }: Operation): Json | undefined => own(body, 'servers') ?? own(item, 'servers');

interface Values {
  was: Json | undefined;
  is: Json | undefined;
  kind: 'lifecycle-changed' | 'server-changed';
  spot: Spot;
}

const compareValue = ({ was, is, kind, spot }: Values): Difference[] =>
  deepEqual(was, is) ? [] : [differ(spot, kind, `was ${show(was)}, is ${show(is)}`)];
