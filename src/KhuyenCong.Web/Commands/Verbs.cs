using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Data.Identity;
using KhuyenCong.Web.Hosting;
using KhuyenCong.Web.Pages.Settlements;
using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Web.Commands;

/// <summary>Command line verbs of the one executable. Without a verb it serves.</summary>
public static class Verbs
{
    private const string Usage = """
        Khuyến Công Số
          (không có lệnh)                        chạy máy chủ / serve
          create-admin TÊN [--name "HỌ TÊN"] [--province MÃ | --national]
                                                 tạo tài khoản quản trị, --national: của Bộ, Cục, Kho bạc; mật khẩu đọc từ đầu vào chuẩn / create an administrator, password from standard input
          verify-audit [--json]                  kiểm tra chuỗi nhật ký / verify the audit chain
          verify-ledger                          đối chiếu số dư sổ dự toán với bút toán / prove the ledger's balances by their entries
          export-audit-heads TỆP                 xuất các đầu chuỗi đã ký / export signed heads
          verify-archive TỆP                     kiểm tra gói lưu trữ đề án: từng tệp với bản kê có chữ ký / check an archive against its signed manifest
          unlock-migrations                      gỡ khóa nâng cấp bị bỏ lại / free a migration lock left behind
        """;

    /// <returns>The exit code of a verb, or null where there was none.</returns>
    public static async Task<int?> TryRunAsync(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return args is not [var verb, .. var rest] || verb.StartsWith('-') ? null : verb switch
        {
            "create-admin" => await RunAsync(rest, (services, words) => CreateAdmin.RunAsync(services, words, Console.In, Console.Out)),
            "verify-audit" => await RunAsync(rest, VerifyAuditAsync),
            "verify-ledger" => await RunAsync(rest, (services, _) => VerifyLedger.RunAsync(services, Console.Out)),
            "export-audit-heads" => await RunAsync(rest, ExportHeadsAsync),
            "verify-archive" => await RunAsync(rest, VerifyArchiveAsync),
            "unlock-migrations" => await RunAsync(rest, UnlockAsync, migrate: false),
            "help" => Say(Usage, 0),
            _ => Say($"Không có lệnh / no such verb: {verb}\n{Usage}", 2),
        };
    }

    private static async Task<int> RunAsync(string[] words, Func<IServiceProvider, string[], Task<int>> verb, bool migrate = true)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. words.Where(w => w.StartsWith("--Database:", StringComparison.OrdinalIgnoreCase))] });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddKhuyenCong();
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem();
        try
        {
            if (migrate)
            {
                await app.PrepareAsync();
            }

            return await verb(scope.ServiceProvider, words);
        }
        catch (DatabaseUnusableException unusable)
        {
            await Console.Error.WriteLineAsync(unusable.Message);
            return 3;
        }
    }

    private static async Task<int> VerifyAuditAsync(IServiceProvider services, string[] words)
    {
        var findings = await services.GetRequiredService<AuditVerifier>().VerifyAsync();
        foreach (var finding in findings)
        {
            Console.WriteLine($"{finding.ProvinceCode}: {finding.Sealed} đã niêm phong / sealed, {finding.Unsealed} chưa niêm phong / unsealed, {finding.Faults.Count} sai lệch / faults");
            foreach (var fault in finding.Faults)
            {
                Console.WriteLine("  ! " + fault);
            }
        }

        return findings.Any(f => f.Faults.Count > 0) ? 1 : 0;
    }

    private static async Task<int> ExportHeadsAsync(IServiceProvider services, string[] words)
    {
        if (words is not [var path, ..])
        {
            return Say(Usage, 2);
        }

        var key = services.GetRequiredService<AuditKey>();
        await services.GetRequiredService<AuditSealer>().SealAsync();
        await key.SignHeadsAsync(services.GetRequiredService<KhuyenCongDb>(), services.GetRequiredService<TimeProvider>().Today);
        await HeadExport.WriteAsync(services.GetRequiredService<KhuyenCongDb>(), key, path);
        return Say($"Đã ghi / written: {path}", 0);
    }

    private static async Task<int> VerifyArchiveAsync(IServiceProvider services, string[] words)
    {
        if (words is not [var path, ..] || !File.Exists(path))
        {
            return Say(Usage, 2);
        }

        await using var package = File.OpenRead(path);
        var (manifest, faults) = await ArchiveManifest.VerifyAsync(package, services.GetRequiredService<AuditKey>());
        foreach (var fault in faults)
        {
            Console.WriteLine("  ! " + fault);
        }

        foreach (var left in manifest?.LeftOut ?? [])
        {
            Console.WriteLine("  - không có trong gói / not in the package: " + left);
        }

        return Say(manifest is null ? "Không kiểm tra được. / Not verified." : $"{manifest.Code}: {manifest.Files.Count} tệp / files, {faults.Count} sai lệch / faults", faults.Count > 0 ? 1 : 0);
    }

    private static async Task<int> UnlockAsync(IServiceProvider services, string[] words) =>
        Say(await services.GetRequiredService<KhuyenCongDb>().UnlockMigrationsAsync() ? "Đã gỡ khóa nâng cấp. / Migration lock freed." : "Không có khóa nào. / There was no lock.", 0);

    private static int Say(string text, int exitCode)
    {
        Console.WriteLine(text);
        return exitCode;
    }
}

/// <summary>Writes the signed heads with the public key: a copy kept elsewhere shows a chain rewritten later.</summary>
public static class HeadExport
{
    public static async Task WriteAsync(KhuyenCongDb db, AuditKey key, string path)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(key);
        var heads = db.AuditHeads.OrderBy(h => h.ProvinceCode).ThenBy(h => h.Day).AsEnumerable()
            .Select(h => new { h.ProvinceCode, Day = h.Day.ToString("yyyy-MM-dd"), h.Sequence, Hash = Convert.ToHexString(h.Hash), Signature = Convert.ToBase64String(h.Signature), h.KeyId });
        await File.WriteAllTextAsync(path, System.Text.Json.JsonSerializer.Serialize(new { publicKey = key.PublicKeyPem, heads }));
    }
}

/// <summary>The first administrator of an installation: the only account Production starts with.</summary>
public static class CreateAdmin
{
    public static async Task<int> RunAsync(IServiceProvider services, string[] words, TextReader input, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        var national = words.Contains("--national");
        if (words is not [var userName, ..] || userName.StartsWith('-') || (national && Option(words, "--province") is not null))
        {
            await output.WriteLineAsync("create-admin TÊN [--name \"HỌ TÊN\"] [--province MÃ | --national]");
            return 2;
        }

        await output.WriteAsync("Mật khẩu / password: ");
        var password = await input.ReadLineAsync() ?? "";
        var users = services.GetRequiredService<UserManager<Account>>();
        var account = new Account(Uuid.New(services.GetRequiredService<TimeProvider>()), userName, Option(words, "--name") ?? userName);
        var created = await users.CreateAsync(account, password);
        if (!created.Succeeded)
        {
            foreach (var error in created.Errors)
            {
                await output.WriteLineAsync("! " + error.Description);
            }

            return 1;
        }

        var granted = await services.GetRequiredService<Seeding.Seeder>().GrantAdministratorAsync(account.Id, Option(words, "--province"), national);
        await output.WriteLineAsync($"Đã tạo quản trị viên {userName} cho {granted}. / Administrator created.");
        return 0;
    }

    private static string? Option(string[] words, string name) => Array.IndexOf(words, name) is var at and >= 0 && at + 1 < words.Length ? words[at + 1] : null;
}
