package jp.todoke.local.issuer;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The form in which a person proves who they are. */
@RestController
class LoginPage {
    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String show(CsrfToken csrf, @RequestParam @Nullable String error) {
        return """
                <!doctype html>
                <html lang="ja">
                <head><meta charset="utf-8"><title>届 – ログイン（試験環境）</title></head>
                <body>
                <h1>届（試験環境）</h1>
                %s
                <form method="post" action="/login">
                <input type="hidden" name="%s" value="%s">
                <p><label>利用者ID <input name="username" autocomplete="username" autofocus required></label></p>
                <p><label>パスワード <input name="password" type="password" autocomplete="current-password" required></label></p>
                <p><button type="submit">ログイン</button></p>
                </form>
                </body>
                </html>
                """.formatted(error == null ? "" : "<p role=\"alert\">利用者IDまたはパスワードが違います。</p>",
                HtmlUtils.htmlEscape(csrf.getParameterName()),
                HtmlUtils.htmlEscape(csrf.getToken()));
    }
}
