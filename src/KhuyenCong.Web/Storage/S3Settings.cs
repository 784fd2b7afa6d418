using System.Text.RegularExpressions;

namespace KhuyenCong.Web.Storage;

/// <summary>What the application is told about the bucket. A class and not a record: nothing prints it, keys included.</summary>
public sealed partial class S3Settings
{
    public required Uri Endpoint { get; init; }

    public required string Bucket { get; init; }

    public required string AccessKey { get; init; }

    public required string SecretKey { get; init; }

    public string Region { get; init; } = "us-east-1";

    public bool PathStyle { get; init; } = true;

    /// <summary>For one attempt to send or fetch a file; all attempts together have twice as long.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    private static readonly string[] Needed = ["Endpoint", "Bucket", "AccessKey", "SecretKey"];

    /// <summary>Reads the section Files:S3, or says everything that is wrong with it at once.</summary>
    public static S3Settings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection("Files:S3");
        var missing = Needed.Where(k => string.IsNullOrWhiteSpace(section[k])).Select(k => $"Files:S3:{k}").ToList();
        if (missing.Count > 0)
        {
            throw new StoreSettingsException($"Files:Store là S3 nhưng thiếu cấu hình / Files:Store is S3 but these settings are missing: {string.Join(", ", missing)}");
        }

        var wrong = new List<string>();
        if (!Uri.TryCreate(section["Endpoint"], UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("https" or "http") || endpoint.PathAndQuery != "/" || endpoint.UserInfo.Length > 0)
        {
            wrong.Add("Files:S3:Endpoint (https://…)");
        }

        if (!BucketName().IsMatch(section["Bucket"]!))
        {
            wrong.Add("Files:S3:Bucket");
        }

        if (!bool.TryParse(section["PathStyle"] ?? "true", out var pathStyle))
        {
            wrong.Add("Files:S3:PathStyle (true/false)");
        }

        if (!int.TryParse(section["TimeoutSeconds"] ?? "30", out var seconds) || seconds is < 1 or > 600)
        {
            wrong.Add("Files:S3:TimeoutSeconds (1–600)");
        }

        return wrong.Count > 0
            ? throw new StoreSettingsException($"Cấu hình kho tệp không đúng / file store settings are wrong: {string.Join(", ", wrong)}")
            : new()
            {
                Endpoint = endpoint!,
                Bucket = section["Bucket"]!,
                AccessKey = section["AccessKey"]!,
                SecretKey = section["SecretKey"]!,
                Region = section["Region"] is { Length: > 0 } region ? region : "us-east-1",
                PathStyle = pathStyle,
                Timeout = TimeSpan.FromSeconds(seconds),
            };
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")]
    private static partial Regex BucketName();
}

/// <summary>The file store is configured in a way that cannot work; said before anything is served.</summary>
public sealed class StoreSettingsException(string message) : Exception(message);
