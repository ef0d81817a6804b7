package org.misconductmonitor.web;

import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty refuses before anybody else sees it, such as a header that is no header: a problem, without its words. */
final class ErrorPages extends ErrorHandler {
    private final Map<String, String> headers;

    /** @param headers sent with every answer */
    ErrorPages(Map<String, String> headers) {
        this.headers = headers;
    }

    /** Of every method: a client of any may read it. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        ProblemType type = ProblemType.ofStatus(code);
        Reply reply = ProblemException.of(type, type.title()).reply();
        for (Map.Entry<String, String> header : headers.entrySet()) {
            response.getHeaders().put(header.getKey(), header.getValue());
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
        response.setStatus(type.status());
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }
}
