using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace KhuyenCong.Web.Hosting;

/// <summary>Loads what the first page needs while the database is being prepared: the two use different parts of the program and one core each.</summary>
public static class WarmUp
{
    /// <summary>The pages a person meets first.</summary>
    private static readonly string[] First = ["/Pages/Home/Index.cshtml", "/Pages/Accounts/SignIn.cshtml", "/Pages/Programmes/Dashboard.cshtml"];

    public static Task PagesAsync(IServiceProvider services) => Task.Run(async () =>
    {
        var loader = services.GetRequiredService<PageLoader>();
        foreach (var page in services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>().Where(p => First.Contains(p.RelativePath)))
        {
            await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
        }
    });
}
