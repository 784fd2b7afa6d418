using System.Net;
using AngleSharp.Html.Dom;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Pages.ProgrammeEntry;
using KhuyenCong.Web.Tests.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.ProgrammeEntry;

/// <summary>Enters programmes as an officer's browser would: opens the page, changes fields by name, sends the whole form.</summary>
internal static class Entering
{
    /// <summary>A draft of an invented programme, opened as the product does (dữ liệu minh họa).</summary>
    public static async Task<(Guid Id, string Url)> GivenADraftAsync(this App app, ProgrammeText? text = null, string province = App.KhanhHoa, string? commune = null)
    {
        var id = Uuid.New(TimeProvider.System);
        text ??= SampleProgramme.Rich with { Title = $"Chương trình minh họa {id:N}" };
        await app.WithDb(province, async db =>
        {
            db.Programmes.Add(Programme.From(new ProgrammeOpened(id, province, commune is null ? ProgrammeLevel.Province : ProgrammeLevel.Commune, commune, text.Title, text.FromYear, text.ToYear)));
            DraftDesk.Open(db, new(Uuid.New(TimeProvider.System), province, id, 1, text, VersionSource.Form, "Người mở", TimeProvider.System.UtcNow));
            db.Because("programme.opened");
            return await db.SaveChangesAsync();
        });
        return (id, $"/chuong-trinh/{id}/ban-thao/1");
    }

    /// <summary>A published programme of its own, for one test.</summary>
    public static async Task<Guid> GivenAProgrammeAsync(this App app, ProgrammeText? text = null)
    {
        var (id, url) = await app.GivenADraftAsync(text);
        using var officer = await app.As(Role.DepartmentOfficer);
        var form = await officer.OpenAsync(url + "/ban-hanh", "form[method=post]:has([name=SeenVersion])");
        (await form.SendAsync()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return id;
    }

    public static Task<ProgrammeVersion> VersionAsync(this App app, Guid id, int number = 1, string province = App.KhanhHoa) =>
        app.WithDb(province, db => db.ProgrammeVersions.AsNoTracking().SingleAsync(v => v.ProgrammeId == id && v.Number == number));

    public static async Task<FilledForm> OpenAsync(this HttpClient client, string url, string selector = "form[data-draft]")
    {
        var page = await client.GetPageAsync(url);
        return FilledForm.Of(client, page, url, selector);
    }
}

/// <summary>A form with its fields as rendered, to change and send.</summary>
internal sealed class FilledForm(HttpClient client, string action, List<KeyValuePair<string, string>> fields)
{
    public static FilledForm Of(HttpClient client, IHtmlDocument page, string url, string selector)
    {
        var form = (IHtmlFormElement?)page.QuerySelector(selector) ?? throw new InvalidOperationException("No such form: " + page.Body?.TextContent);
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements.Where(e => !string.IsNullOrEmpty(e.GetAttribute("name"))))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when box.IsChecked:
                    fields.Add(new(name, box.Value));
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio" or "file" or "submit" }:
                    break;
                case IHtmlInputElement input:
                    fields.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    fields.Add(new(name, area.Value));
                    break;
                case IHtmlSelectElement select:
                    fields.Add(new(name, select.Value ?? ""));
                    break;
            }
        }

        return new(client, form.GetAttribute("action") is { Length: > 0 } action ? action : url, fields);
    }

    /// <summary>The form as the same reader sees it on a later page.</summary>
    public FilledForm On(IHtmlDocument page, string selector) => Of(client, page, action, selector);

    public string this[string name] => fields.Find(f => f.Key == name).Value;

    public FilledForm Set(string name, string value)
    {
        fields.RemoveAll(f => f.Key == name);
        fields.Add(new(name, value));
        return this;
    }

    public async Task<HttpResponseMessage> SendAsync(string wanted = "save")
    {
        using var content = new FormUrlEncodedContent([.. fields, new("__do", wanted)]);
        return await client.PostAsync(new Uri(action, UriKind.RelativeOrAbsolute), content);
    }
}
