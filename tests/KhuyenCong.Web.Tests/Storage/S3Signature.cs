using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace KhuyenCong.Web.Tests.Storage;

/// <summary>What a store answers instead of doing what was asked.</summary>
public sealed record S3Refusal(int Status, string Code, string Message);

/// <summary>AWS Signature Version 4 as a store checks it: everything is computed again from the request that arrived.</summary>
public static partial class S3Signature
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    public static S3Refusal? RefusalOf(HttpRequest request, string target, byte[] content, string accessKey, string secretKey, string region)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(target);
        if (Form().Match(request.Headers.Authorization.ToString()) is not { Success: true } form)
        {
            return new(403, "AccessDenied", "Access Denied.");
        }

        var (scope, signed) = (form.Groups["scope"].Value.Split('/'), form.Groups["headers"].Value.Split(';'));
        var stamp = request.Headers["x-amz-date"].ToString();
        if (scope is not [var key, var day, var zone, "s3", "aws4_request"] || zone != region || !stamp.StartsWith(day, StringComparison.Ordinal))
        {
            return new(400, "AuthorizationHeaderMalformed", "The authorization header is malformed.");
        }

        if (key != accessKey)
        {
            return new(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.");
        }

        if (request.Headers.Keys.Any(h => h.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) && !signed.Contains(h.ToLowerInvariant())) || !signed.Contains("host"))
        {
            return new(403, "AccessDenied", "There were headers present in the request which were not signed.");
        }

        var sentAt = DateTimeOffset.ParseExact(stamp, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        if ((TimeProvider.System.GetUtcNow() - sentAt).Duration() > TimeSpan.FromMinutes(15))
        {
            return new(403, "RequestTimeTooSkewed", "The difference between the request time and the current time is too large.");
        }

        var said = request.Headers["x-amz-content-sha256"].ToString();
        var canonical = string.Join('\n', [request.Method, PathOf(target), QueryOf(target), .. signed.Select(h => $"{h}:{Spaces().Replace(request.Headers[h].ToString().Trim(), " ")}"), "", string.Join(';', signed), said]);
        var toSign = string.Join('\n', Algorithm, stamp, string.Join('/', scope[1..]), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        var signing = scope[1..].Aggregate(Encoding.UTF8.GetBytes("AWS4" + secretKey), (secret, part) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(part)));
        if (Convert.ToHexStringLower(HMACSHA256.HashData(signing, Encoding.UTF8.GetBytes(toSign))) != form.Groups["signature"].Value)
        {
            return new(403, "SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided. Check your key and signing method.");
        }

        return said == Convert.ToHexStringLower(SHA256.HashData(content)) ? null : new(400, "XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.");
    }

    private static string PathOf(string target) => string.Join('/', target.Split('?')[0].Split('/').Select(p => Uri.EscapeDataString(Uri.UnescapeDataString(p))));

    private static string QueryOf(string target) => target.Split('?', 2) is not [_, { Length: > 0 } query] ? "" : string.Join('&', query.Split('&')
        .Select(p => p.Split('=', 2)).Select(p => (Name: Again(p[0]), Value: p.Length > 1 ? Again(p[1]) : ""))
        .OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal).Select(p => $"{p.Name}={p.Value}"));

    private static string Again(string part) => Uri.EscapeDataString(Uri.UnescapeDataString(part));

    [GeneratedRegex(@"^AWS4-HMAC-SHA256 Credential=(?<scope>[^,]+), ?SignedHeaders=(?<headers>[^,]+), ?Signature=(?<signature>[0-9a-f]{64})$")]
    private static partial Regex Form();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
