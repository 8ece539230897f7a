import { AbortError } from '../../errors/network-errors.js';
import type { Handler, HttpRequest, HttpResponse } from '../../http/message.js';
import { responseOf } from '../../http/response-of.js';

interface Flight {
  readonly answer: Promise<HttpResponse>;
  readonly control: AbortController;
  waiting: number;
}

/** Requests under way that several callers wait for. */
export class Flights {
  readonly #under = new Map<string, Flight>();

  /** Lets nobody join what is under way: the next one who asks wants to see what has changed. */
  forget(): void {
    this.#under.clear();
  }

  /**
   * Sends a request, or waits for the same one that another caller sent.
   *
   * @param key - the same for requests that may share an answer
   * @param request - its signal ends the wait of this caller, and the request when nobody waits any more
   * @param send - sends it
   * @returns an answer of one's own
   * @throws {@link AbortError}, and what the request failed with
   */
  share(key: string, request: HttpRequest, send: Handler): Promise<HttpResponse> {
    const flight = this.#under.get(key) ?? this.#start(key, request, send);
    flight.waiting++;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(new AbortError(request, request.signal?.reason));
        if (--flight.waiting === 0) this.#end(key, flight);
      };
      request.signal?.addEventListener('abort', leave, { once: true });
      flight.answer
        .then((answer) => resolve(ownCopy(answer)), reject)
        .finally(() => request.signal?.removeEventListener('abort', leave));
    });
  }

  #start(key: string, request: HttpRequest, send: Handler): Flight {
    const control = new AbortController();
    const answer = send({ ...request, signal: control.signal }).then(inMemory);
    const flight = { answer, control, waiting: 0 };
    this.#under.set(key, flight);
    const land = () => this.#remove(key, flight);
    answer.then(land, land);
    return flight;
  }

  #end(key: string, flight: Flight): void {
    this.#remove(key, flight);
    flight.control.abort();
  }

  #remove(key: string, flight: Flight): void {
    if (this.#under.get(key) === flight) this.#under.delete(key);
  }
}

/** The body of a transport's answer may be readable but once. */
async function inMemory(response: HttpResponse): Promise<HttpResponse> {
  if (response.arrived !== undefined && response.arrived.text === response.text) return response;
  return { ...response, ...responseOf(response.status, response.headers, [await response.bytes()]) };
}

/** Texts do not change; bytes may be changed by whom they are given to. */
function ownCopy(response: HttpResponse): HttpResponse {
  return { ...response, bytes: async () => (await response.bytes()).slice() };
}
