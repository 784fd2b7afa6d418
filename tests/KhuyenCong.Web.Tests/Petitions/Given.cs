using System.Text.RegularExpressions;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Forms;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Petitions;

/// <summary>Petitions in every state, made through the pages themselves.</summary>
internal static partial class Given
{
    public static readonly DateOnly Today = TimeProvider.System.Today;

    /// <summary>Fields of a petition about a shipped rule.</summary>
    public static async Task<Dictionary<string, string>> FieldsAsync(App app, string title = "Mức hỗ trợ chưa rõ (dữ liệu minh họa)")
    {
        var rule = await app.WithDb("", db => db.LegalRules.Where(r => r.Code == "norm.advanced-machines").Select(r => r.LegalRuleId).SingleAsync());
        return new()
        {
            ["Form.Kind"] = "Obstacle",
            ["Form.SubjectId"] = $"Rule:{rule}",
            ["Form.Title"] = title,
            ["Form.Text"] = "Máy cũ đã qua sử dụng có được hỗ trợ không?",
            ["Form.FilerName"] = "Cơ sở Nước mắm Bãi Dài (dữ liệu minh họa)",
        };
    }

    public static async Task<string> FiledAsync(App app, HttpClient filer, string? title = null)
    {
        var response = await filer.SubmitAsync("/kien-nghi/gui", title is null ? await FieldsAsync(app) : await FieldsAsync(app, title));
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect, await response.Content.ReadAsStringAsync());
        return response.Headers.Location!.ToString();
    }

    public static async Task<string> ReceivedAsync(App app, HttpClient filer)
    {
        var url = await FiledAsync(app, filer);
        using var officer = await app.As(Role.DepartmentOfficer);
        await officer.MovesAsync(url, "Receive", new() { ["Move.Deadline"] = Today.AddDays(15).Text() });
        return url;
    }

    public static Task<HttpResponseMessage> MoveAsync(this HttpClient client, string url, string action, Dictionary<string, string>? fields = null) =>
        client.SubmitAsync("/kien-nghi/gui", fields ?? [], $"{url}?viec={action}");

    public static async Task MovesAsync(this HttpClient client, string url, string action, Dictionary<string, string>? fields = null)
    {
        var response = await client.MoveAsync(url, action, fields);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect, await response.Content.ReadAsStringAsync());
    }

    public static Guid IdOf(string url) => Guid.Parse(Id().Match(url).Value);

    [GeneratedRegex("[0-9a-f-]{36}")]
    private static partial Regex Id();
}
